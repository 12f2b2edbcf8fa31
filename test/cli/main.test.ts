import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { main } from "../../src/cli/main.js";
import { BlockersError } from "../../src/errors.js";
import type { FileSystem } from "../../src/fs/file-system.js";
import { nodeFileSystem } from "../../src/fs/node-file-system.js";
import { makeFolder, makeRepository } from "../helpers/scenario.js";
import { testWorld } from "../helpers/test-world.js";

const REPORT = `# Status

Resolved: 1 of 2 (50%)

| # | Blocker | Status |
|---|---------|--------|
| 1 | Buoys are unlit | ✅ Done |
| 2 | Charts are loose | ⏳ Todo |
`;

/** The disk, but one operation fails in this way. */
function failing(over: Partial<FileSystem>): FileSystem {
  return { ...nodeFileSystem, ...over };
}

describe("a fault of our own", () => {
  const fault = failing({ stat: () => Promise.reject(new TypeError("x is not a function")) });

  test("is one sentence and exit code 2", async () => {
    const world = testWorld(await makeFolder(), { fs: fault });
    expect(await main(["check", "a.md"], world)).toBe(2);
    expect(world.output("stdout")).toBe("");
    expect(world.output("stderr")).toMatch(/^blockers: .*this is a fault in blockers itself/);
    expect(world.output("stderr")).not.toContain("    at ");
  });

  test.each([
    ["--debug", ["check", "--debug", "a.md"], {}],
    ["BLOCKERS_DEBUG=1", ["check", "a.md"], { BLOCKERS_DEBUG: "1" }],
  ] as const)("shows its stack with %s", async (_, argv, env) => {
    const world = testWorld(await makeFolder(), { fs: fault, env: { ...process.env, ...env } });
    expect(await main(argv, world)).toBe(2);
    expect(world.output("stderr")).toContain("    at ");
  });
});

test("an unreadable file is one sentence, and the others are checked", async () => {
  const { path } = await makeRepository({
    commits: [{ name: "a", date: "2026-01-05", message: "a", files: { "a.md": REPORT, "b.md": REPORT } }],
  });
  const fs = failing({
    readBytes: (file, limit) =>
      file.endsWith("a.md")
        ? Promise.reject(new BlockersError("input", "cannot be read: permission denied"))
        : nodeFileSystem.readBytes(file, limit),
  });
  const world = testWorld(path, { fs });
  expect(await main(["check", "--format", "json", "a.md", "b.md"], world)).toBe(2);
  expect(world.output("stderr")).toBe("blockers: a.md: cannot be read: permission denied\n");
  const { files } = JSON.parse(world.output("stdout"));
  expect(files.map((file: { path: string }) => file.path)).toEqual(["b.md"]);
});

test("a report that is too large is refused", async () => {
  const world = testWorld(await makeFolder(), { input: Buffer.alloc(16 * 1024 * 1024 + 1, "a") });
  expect(await main(["check", "--stdin-filename", "STATUS.md", "-"], world)).toBe(2);
  expect(world.output("stderr")).toBe("blockers: STATUS.md: is larger than 16777216 bytes\n");
});

test.skipIf(process.platform === "win32")("a pipe is refused, not waited for", async () => {
  const folder = await makeFolder();
  execFileSync("mkfifo", [join(folder, "STATUS.md")]);
  const world = testWorld(folder);
  expect(await main(["check", "STATUS.md"], world)).toBe(2);
  expect(world.output("stderr")).toBe("blockers: STATUS.md: is not a regular file\n");
});

test.skipIf(process.platform === "win32")(
  "a tracked link that leads out of the repository is not followed",
  async () => {
    const outside = await makeFolder();
    writeFileSync(join(outside, "SECRET-STATUS.md"), REPORT);
    const { path } = await makeRepository({
      commits: [
        {
          name: "a",
          date: "2026-01-05",
          message: "a",
          files: { "STATUS.md": REPORT, "LINK-STATUS.md": { link: join(outside, "SECRET-STATUS.md") } },
        },
      ],
    });
    const world = testWorld(path);
    await main(["check", "--format", "json"], world);
    const { files } = JSON.parse(world.output("stdout"));
    expect(files.map((file: { path: string }) => file.path)).toEqual(["STATUS.md"]);
  },
);

test("what a terminal would obey is written out", async () => {
  const world = testWorld(await makeFolder());
  expect(await main(["check", "\u001b]0;title\u0007.md"], world)).toBe(2);
  expect(world.output("stderr")).toBe("blockers: \\u{1b}]0;title\\u{7}.md: there is no such file or directory\n");
});

test("help tells of the exit codes", async () => {
  const world = testWorld(await makeFolder());
  expect(await main(["--help"], world)).toBe(0);
  expect(world.output("stdout")).toContain("Exit codes:");
  expect(world.output("stderr")).toBe("");
});

test("without a command the help goes to stderr, and nothing is called clean", async () => {
  const world = testWorld(await makeFolder());
  expect(await main([], world)).toBe(2);
  expect(world.output("stdout")).toBe("");
  expect(world.output("stderr")).toContain("Usage: blockers");
});
