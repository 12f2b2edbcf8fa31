import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { main } from "../../src/cli/main.js";
import { BlockersError } from "../../src/errors.js";
import { makeFolder, makeRepository } from "../helpers/scenario.js";
import { type TestWorld, testWorld } from "../helpers/test-world.js";

const MARKERS = "<!-- blockers:begin items -->\r\n<!-- blockers:end -->";
const REPORT = `\u{feff}# Launch\r\n\r\n- [x] Login\r\n- [ ] Mail | \`<!-- blockers:end -->\`\r\n\r\n${MARKERS}`;

/** Runs one command in a folder; answers with the exit code and what it said. */
async function run(folder: string, ...argv: string[]): Promise<{ code: number; world: TestWorld }> {
  const world = testWorld(folder);
  return { code: await main(argv, world), world };
}

describe("writing a table", () => {
  test("changes no byte beside it, and nothing the second time", async () => {
    const folder = await makeFolder();
    const file = join(folder, "STATUS.md");
    writeFileSync(file, REPORT);
    expect((await run(folder, "table", "STATUS.md", "--write")).code).toBe(0);
    const written = readFileSync(file);
    const [before = "", after = ""] = REPORT.split("\r\n<!-- blockers:end -->").slice(0, 2);
    expect(written.toString().startsWith(`${before}\r\n\r\n| Title`)).toBe(true);
    expect(written.toString().endsWith(` -->\r\n<!-- blockers:end -->${after}`)).toBe(true);
    expect(written.toString().replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(written.toString()).toContain("| Mail \\| \\<!-- blockers:end --> | ⬜ to do |");
    const { code, world } = await run(folder, "table", "STATUS.md", "--write");
    expect([code, world.output("stdout")]).toEqual([0, 'STATUS.md: table "items" is current\n']);
    expect(readFileSync(file).equals(written)).toBe(true);
  });

  test("checks only with --check, and writes nothing then", async () => {
    const folder = await makeFolder();
    writeFileSync(join(folder, "STATUS.md"), REPORT);
    const { code, world } = await run(folder, "table", "STATUS.md", "--check");
    expect([code, world.output("stdout")]).toEqual([1, 'STATUS.md:6: table "items" is empty\n']);
    expect(readFileSync(join(folder, "STATUS.md"), "utf8")).toBe(REPORT);
  });

  test("does not make a table in another way than it was made, unless it is told how", async () => {
    const folder = await makeFolder();
    const file = join(folder, "README.md");
    writeFileSync(file, "# All\n\n<!-- blockers:begin all -->\n<!-- blockers:end -->\n");
    for (const name of ["A.md", "B.md"]) writeFileSync(join(folder, name), `# ${name}\n\n- [x] Login\n- [ ] Mail\n`);
    expect((await run(folder, "table", "A.md", "B.md", "--into", "README.md", "--write")).code).toBe(0);
    const written = readFileSync(file, "utf8");
    expect(written).toContain("2 of 4 done (50%)");
    const { code, world } = await run(folder, "table", "README.md", "--write");
    expect(code).toBe(2);
    expect(world.output("stderr")).toContain('README.md:3: the table "all" was made by other flags');
    expect(readFileSync(file, "utf8")).toBe(written);
    writeFileSync(join(folder, "blockers.yaml"), "tables: { all: { reports: ['A.md'] } }\n");
    expect((await run(folder, "table", "README.md", "--write")).code).toBe(0);
    expect(readFileSync(file, "utf8")).toContain("1 of 2 done (50%)");
  });

  test("refuses a file whose other bytes could not stay", async () => {
    const folder = await makeFolder();
    const content = Buffer.concat([Buffer.from(`${REPORT}\n`), Buffer.from([0xe9, 0x0a])]);
    writeFileSync(join(folder, "STATUS.md"), content);
    const { code, world } = await run(folder, "table", "STATUS.md", "--write");
    expect([code, world.output("stderr").split("\n")[0]]).toEqual([
      2,
      "blockers: STATUS.md: is not wholly UTF-8, so its other bytes would not stay as they are",
    ]);
    expect(readFileSync(join(folder, "STATUS.md")).equals(content)).toBe(true);
  });

  test("says when the file cannot be written, and writes the others", async () => {
    const folder = await makeFolder();
    for (const name of ["a.md", "b.md"]) writeFileSync(join(folder, name), REPORT);
    const world = testWorld(folder);
    const { replaceFile } = world.fs;
    const expected: string[] = [];
    const fs = {
      ...world.fs,
      replaceFile: (path: string, replacement: Parameters<typeof replaceFile>[1]) => {
        expected.push(Buffer.from(replacement.expected).toString(), replacement.within);
        if (path.endsWith("a.md")) return Promise.reject(new BlockersError("input", "cannot be written"));
        return replaceFile(path, replacement);
      },
    };
    expect(await main(["table", "a.md", "b.md", "--write"], { ...world, fs })).toBe(2);
    expect(world.output("stderr")).toBe("blockers: a.md: cannot be written\n");
    expect(world.output("stdout")).toBe('b.md: table "items" written\n');
    expect(expected).toEqual([REPORT, folder, REPORT, folder]);
  });
});

describe("a table over the reports that the configuration names", () => {
  const OVERVIEW = "# All\n\nWords only.\n\n<!-- blockers:begin all -->\n<!-- blockers:end -->\n";
  const files = {
    "README.md": OVERVIEW,
    "blockers.yaml": 'tables:\n  all: { reports: ["docs/*.md"] }\n',
    "docs/a.md": "# A\n\n- [x] One\n- [ ] Two\n",
    "docs/b c.md": "# B\n\n- [x] Three\n",
    "docs/sub/OVERVIEW.md": "<!-- blockers:begin all -->\n<!-- blockers:end -->\n",
  };
  const commits = [{ name: "start", date: "2026-01-05T10:00:00Z", message: "Start", files }];

  test("has ways that lead there from the file it stands in", async () => {
    const { path } = await makeRepository({ commits });
    expect((await run(join(path, "docs"), "table", "../README.md", "sub/OVERVIEW.md", "--write")).code).toBe(0);
    expect(readFileSync(join(path, "README.md"), "utf8")).toContain("| [docs/b c.md](docs/b%20c.md) |");
    expect(readFileSync(join(path, "docs/sub/OVERVIEW.md"), "utf8")).toContain("| [../b c.md](../b%20c.md) |");
    expect((await run(path, "table", "--check")).world.output("stdout")).toBe("2 tables are current\n");
    expect((await run(path, "check")).world.output("stdout")).not.toContain("stale-readiness-table");
  });

  test("is found stale by a check of any file that holds it, from anywhere", async () => {
    const { path } = await makeRepository({ commits });
    await run(path, "table", "--write");
    writeFileSync(join(path, "docs/a.md"), "# A\n\n- [x] One\n- [x] Two\n");
    for (const [folder, ...argv] of [[path], [path, "README.md"], [join(path, "docs"), "../README.md"]] as const) {
      const { code, world } = await run(folder, "check", ...argv);
      expect(code).toBe(1);
      expect(world.output("stdout")).toContain("README.md:5:1  error  stale-readiness-table");
    }
    expect((await run(path, "check", "--skip", "stale-readiness-table")).code).toBe(0);
    expect((await run(path, "table", "README.md", "--check")).code).toBe(1);
  });

  test("is not written without a report that cannot be read", async () => {
    const { path } = await makeRepository({ commits });
    writeFileSync(join(path, "docs/a.md"), Buffer.from([0xff, 0xfe, 0x41, 0]));
    const { code, world } = await run(path, "table", "README.md", "--write");
    expect(code).toBe(2);
    expect(world.output("stderr")).toContain("docs/a.md is not UTF-8");
    expect(world.output("stderr")).toContain('README.md: table "all" is left alone, as not all its reports');
    expect(readFileSync(join(path, "README.md"), "utf8")).toBe(OVERVIEW);
  });
});

test("a column of git says what git knows, and nothing without git", async () => {
  const { path, id } = await makeRepository({
    commits: [{ name: "one", date: "2026-01-05T10:00:00Z", message: "One", files: { "a.ts": { lines: 3 } } }],
  });
  const cited = id("one").slice(0, 9);
  writeFileSync(join(path, "STATUS.md"), `# A\n\n## #1: Login\n\n**Status**: DONE\n\nCommit \`${cited}\`\n`);
  const argv = ["table", "STATUS.md", "--columns", "key,commits", "--template", "{table}"];
  expect((await run(path, ...argv)).world.output("stdout")).toContain("| #1  |     1/1 |");
  expect((await run(path, ...argv, "--no-git")).world.output("stdout")).toContain("| #1  |         |");
});
