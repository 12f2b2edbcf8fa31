import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { pathsOf } from "../../src/cli/files/files-from.js";
import { main } from "../../src/cli/main.js";
import { makeFolder } from "../helpers/scenario.js";
import { testWorld } from "../helpers/test-world.js";

const REPORT = `# Status

| # | Blocker | Status |
|---|---------|--------|
| 1 | Buoys are unlit | ✅ Done |
`;

async function listed(list: Uint8Array | string): Promise<readonly string[]> {
  return pathsOf(["typed.md"], { filesFrom: "-" }, testWorld(await makeFolder(), { input: list }));
}

test.each([
  ["a.md\nb c.md\n", ["a.md", "b c.md"]],
  ["a.md\r\nb.md", ["a.md", "b.md"]],
  ["a\nb.md\0c.md\0", ["a\nb.md", "c.md"]],
  ["-\n--fix\n", ["./-", "--fix"]],
  ["\n\n", []],
  ["", []],
])("the list %j", async (list, expected) => {
  expect(await listed(list)).toEqual(["typed.md", ...expected]);
});

test("a list that is no text", async () => {
  await expect(listed(Buffer.from([0x61, 0xff]))).rejects.toMatchObject({
    kind: "input",
    message: "the list on standard input: is not UTF-8",
  });
});

test("a list on standard input is no document that comes out again", async () => {
  const folder = await makeFolder();
  writeFileSync(join(folder, "STATUS.md"), REPORT);
  for (const argv of [
    ["fix", "--files-from", "-"],
    ["fix", "--files-from=-"],
    ["check", "--fix", "--files-from", "-"],
  ]) {
    const world = testWorld(folder, { input: "STATUS.md\nmissing.md\n" });
    expect(await main(argv, world)).toBe(2);
    expect(world.output("stdout")).not.toContain("missing.md\n");
    expect(world.output("stderr")).toContain("missing.md: there is no such file");
  }
});

test("what tables are made of does not follow --no-ignore", async () => {
  const folder = await makeFolder();
  const world = () => testWorld(folder);
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write("STATUS.md", REPORT);
  write("OLD.md", REPORT);
  write("blockers.yaml", "ignore: [OLD.md]\ntables: { all: { reports: ['*.md'] } }\n");
  write("README.md", "# Project\n\n<!-- blockers:begin all -->\n<!-- blockers:end -->\n");
  expect(await main(["table", "--write", "README.md"], world())).toBe(0);
  expect(await main(["table", "--check", "--no-ignore", "README.md"], world())).toBe(0);
  expect(await main(["check", "--no-ignore", "README.md"], world())).toBe(0);
});
