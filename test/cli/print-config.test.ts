import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { main } from "../../src/cli/main.js";
import { makeRepository } from "../helpers/scenario.js";
import { testWorld } from "../helpers/test-world.js";

const CONFIG = `reports: [docs/]
ignore: [archive/]
rules: { count-mismatch: warning }
overrides:
  - files: [drafts/]
    rules: { count-mismatch: off }
`;

async function print(...args: readonly string[]) {
  const { path } = await makeRepository({ commits: [] });
  mkdirSync(join(path, "docs"));
  writeFileSync(join(path, "blockers.yaml"), CONFIG);
  const world = testWorld(join(path, "docs"));
  const code = await main(["check", "--print-config", ...args], world);
  return { code, lines: world.output("stdout").split("\n"), stderr: world.output("stderr") };
}

test("as it is written", async () => {
  const { code, lines, stderr } = await print();
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(lines[0]).toBe("# The configuration, from ../blockers.yaml");
  expect(lines).toContain("  count-mismatch: warning  # ../blockers.yaml");
  expect(lines).toContain("  # total-mismatch: at most error  # default");
  expect(lines).toContain("failOn: error  # default");
  expect(lines.find((line) => line.startsWith("overrides:"))).toBe(
    'overrides: [{ files: ["drafts/"], rules: { count-mismatch: off } }]  # ../blockers.yaml',
  );
});

test("for a file, which need not be there", async () => {
  const { code, lines } = await print("drafts/STATUS.md");
  expect(code).toBe(0);
  expect(lines[0]).toBe("# The configuration for drafts/STATUS.md, from ../blockers.yaml");
  expect(lines).toContain("  count-mismatch: off  # ../blockers.yaml, override 1");
  expect(lines.filter((line) => line.startsWith("overrides"))).toEqual([]);
});

test("for standard input, by its name", async () => {
  const { code, lines } = await print("--stdin-filename", "drafts/STATUS.md", "-");
  expect(code).toBe(0);
  expect(lines).toContain("  count-mismatch: off  # ../blockers.yaml, override 1");
});

test("for a file that is ignored", async () => {
  expect((await print("archive/2025.md")).lines[1]).toBe("# This file is left out, as it is ignored.");
});

test("without a configuration", async () => {
  const { code, lines } = await print("--no-config");
  expect(code).toBe(0);
  expect(lines.slice(0, 2)).toEqual([
    "# The configuration: there is none, so the defaults hold",
    "# reports: markdown files that read like a report  # default",
  ]);
});

test("not for several files", async () => {
  expect(await print("a.md", "b.md")).toEqual({
    code: 2,
    lines: [""],
    stderr: "blockers: --print-config prints what holds for one file, not for several\n",
  });
});
