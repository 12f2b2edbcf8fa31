import { chmodSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { main } from "../../src/cli/main.js";
import type { World } from "../../src/cli/world.js";
import { BlockersError } from "../../src/errors.js";
import { makeFolder } from "../helpers/scenario.js";
import { testWorld } from "../helpers/test-world.js";

const WRONG = `# Pier Status

**Progress**: 60% (2 of 3 tasks done)

- [x] Pilings
- [x] Planks
- [ ] Lamps

Lamps lit: 120 → 150 (+20)
`;
const RIGHT = WRONG.replace("60%", "67%").replace("+20", "+30");

async function run(args: readonly string[], over: Parameters<typeof testWorld>[1] = {}, folder?: string) {
  const cwd = folder ?? (await makeFolder());
  const world = testWorld(cwd, over);
  const code = await main(args, world);
  const bytes = Buffer.concat(world.bytes.map((one) => Buffer.from(one)));
  return { code, cwd, bytes, stdout: world.output("stdout"), stderr: world.output("stderr") };
}

describe("blockers fix -", () => {
  test.each([
    ["plain text", WRONG, RIGHT],
    [
      "carriage returns and a byte order mark",
      `\ufeff${WRONG.replaceAll("\n", "\r\n")}`,
      `\ufeff${RIGHT.replaceAll("\n", "\r\n")}`,
    ],
    ["nothing to fix", RIGHT, RIGHT],
    ["no figure at all", "# Notes\n\nNothing.\n", "# Notes\n\nNothing.\n"],
    ["an empty input", "", ""],
  ])("prints the whole document: %s", async (_, input, expected) => {
    const { code, stdout } = await run(["fix", "--no-git", "-"], { input });
    expect({ code, stdout }).toEqual({ code: 0, stdout: expected });
  });

  test.each([
    ["what is no text", Buffer.from([0x23, 0x20, 0x41, 0x00, 0xff, 0x0a]), ["fix", "-"]],
    ["what is not wholly UTF-8", Buffer.from(`${WRONG}\xe9\n`, "latin1"), ["fix", "-"]],
    ["what is too long to be a report", Buffer.from("a\n".repeat(9_000_000)), ["fix", "-"]],
    ["the same with check --fix", Buffer.from([0x23, 0x00, 0x0a]), ["check", "--fix", "-"]],
  ])("passes on, untouched, %s", async (_, input, args) => {
    const { code, bytes, stderr } = await run(args, { input });
    expect(code).toBe(2);
    expect(bytes.equals(input)).toBe(true);
    expect(stderr).toMatch(/^blockers: <stdin>/);
  });

  test.each(["--check", "--dry-run"])("with %s the document stays as it is", async (mode) => {
    const { code, stdout, stderr } = await run(["fix", mode, "--no-git", "-"], { input: WRONG });
    expect({ code, stdout }).toEqual({ code: mode === "--check" ? 1 : 0, stdout: WRONG });
    expect(stderr).toContain("would fix 2 findings in 1 report");
  });

  test.each([
    [["fix", "--bogus", "-"]],
    [["fix", "--width", "x", "-"]],
    [["fix", "--interactive", "-"]],
    [["fix", "-", "STATUS.md"]],
    [["check", "--fix", "--fail-on", "bogus", "-"]],
  ])("passes it on when the command line is wrong: %j", async (args) => {
    const { code, stdout, stderr } = await run(args, { input: WRONG });
    expect({ code, stdout }).toEqual({ code: 2, stdout: WRONG });
    expect(stderr).toMatch(/^blockers: /);
  });

  test("says why where standard input cannot be read", async () => {
    const read = () => Promise.reject(new BlockersError("input", "is a directory, not a file"));
    const { code, stdout, stderr } = await run(["fix", "-"], { stdin: { isTTY: false, read } });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toBe("blockers: <stdin>: is a directory, not a file\n");
  });

  test("with --diff there is the diff", async () => {
    const { code, stdout } = await run(["fix", "--diff", "--no-git", "--stdin-filename", "docs/STATUS.md", "-"], {
      input: WRONG,
    });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^--- a\/docs\/STATUS\.md\n\+\+\+ b\/docs\/STATUS\.md\n@@/);
    expect((await run(["fix", "--diff", "--no-git", "-"], { input: RIGHT })).code).toBe(0);
  });

  test("check --fix prints the document, and what is left on stderr", async () => {
    const { code, stdout, stderr } = await run(["check", "--fix", "--no-git", "-"], { input: WRONG });
    expect({ code, stdout }).toEqual({ code: 0, stdout: RIGHT });
    expect(stderr).toContain("fixed 2 findings");
    expect(stderr).toContain("<stdin> agrees");
  });
});

describe("blockers fix on files", () => {
  test("F1: writes what changes, and does not touch the rest", async () => {
    const folder = await makeFolder();
    writeFileSync(`${folder}/wrong.md`, WRONG, { mode: 0o640 });
    writeFileSync(`${folder}/right.md`, RIGHT);
    const before = statSync(`${folder}/right.md`);
    const { code } = await run(["fix", "."], {}, folder);
    expect(code).toBe(0);
    expect(readFileSync(`${folder}/wrong.md`, "utf8")).toBe(RIGHT);
    expect(statSync(`${folder}/wrong.md`).mode & 0o777).toBe(0o640);
    const after = statSync(`${folder}/right.md`);
    expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs]);
  });

  test("F9: fixes the others where one cannot be written", async () => {
    const folder = await makeFolder();
    for (const name of ["a.md", "b.md"]) writeFileSync(`${folder}/${name}`, WRONG);
    chmodSync(`${folder}/a.md`, 0o444);
    const { code, stdout, stderr } = await run(["fix", "a.md", "b.md"], {}, folder);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^blockers: a\.md: is read-only/);
    expect(readFileSync(`${folder}/a.md`, "utf8")).toBe(WRONG);
    expect(readFileSync(`${folder}/b.md`, "utf8")).toBe(RIGHT);
    expect(stdout).toContain("fixed 2 findings in 1 report");
    expect(stdout).not.toContain("a.md");
  });

  test("refuses a link that leads out of the folder", async () => {
    const [folder, elsewhere] = [await makeFolder(), await makeFolder()];
    writeFileSync(`${elsewhere}/target.md`, WRONG);
    symlinkSync(`${elsewhere}/target.md`, `${folder}/link.md`);
    const { code, stderr } = await run(["fix", "link.md"], {}, folder);
    expect(code).toBe(2);
    expect(stderr).toContain("symbolic link");
    expect(readFileSync(`${elsewhere}/target.md`, "utf8")).toBe(WRONG);
  });

  test("F10: refuses a file that was changed since it was read", async () => {
    const folder = await makeFolder();
    writeFileSync(`${folder}/a.md`, WRONG);
    const { fs } = testWorld(folder);
    const meddling = {
      ...fs,
      removeLeftovers: async () => {
        writeFileSync(`${folder}/a.md`, `${WRONG}more\n`);
        return 0;
      },
    };
    const { code, stderr } = await run(["fix", "a.md"], { fs: meddling }, folder);
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining("a.md: changed on disk") });
    expect(readFileSync(`${folder}/a.md`, "utf8")).toBe(`${WRONG}more\n`);
  });
});

describe("blockers fix --interactive", () => {
  /** A person who gives these answers, one after the other, and then leaves. */
  function answering(...answers: readonly string[]): Partial<World> {
    const left = [...answers];
    return {
      ask: async () => left.shift(),
      stdin: { isTTY: true, read: () => Promise.reject(new Error("not asked")) },
    };
  }

  test("takes no answer for that to another finding in the same words", async () => {
    const folder = await makeFolder();
    const line = "- [x] 3 of 5 tasks done (70%)\n";
    writeFileSync(`${folder}/a.md`, `# Status\n\n${line}${line}${line}`);
    const { code } = await run(["fix", "-i", "a.md"], answering("n", "y", "n"), folder);
    expect(code).toBe(0);
    expect(readFileSync(`${folder}/a.md`, "utf8")).toBe(`# Status\n\n${line}${line.replace("70%", "60%")}${line}`);
  });

  test.each([
    ["y", ["y", "y"], RIGHT],
    ["n, then y", ["n", "y"], WRONG.replace("+20", "+30")],
    ["a", ["a"], RIGHT],
    ["y, then q", ["y", "q"], WRONG.replace("60%", "67%")],
    ["no answer", [], WRONG],
    ["what?, then y, then n", ["what?", "y", "n"], WRONG.replace("60%", "67%")],
  ])("%s", async (_, answers, expected) => {
    const folder = await makeFolder();
    writeFileSync(`${folder}/a.md`, WRONG);
    const { code, stderr } = await run(["fix", "-i", "a.md"], answering(...answers), folder);
    expect(code).toBe(0);
    expect(readFileSync(`${folder}/a.md`, "utf8")).toBe(expected);
    expect(stderr).toContain("percentage-mismatch");
  });
});
