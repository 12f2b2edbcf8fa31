import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { main } from "../../src/cli/main.js";
import { workflowCommands } from "../helpers/consumers.js";
import { makeFolder, makeRepository } from "../helpers/scenario.js";
import { type TestWorld, testWorld } from "../helpers/test-world.js";

const WRONG = `# Status

| Task | Status | Hours | Notes |
|------|--------|-------|-------|
| Chart the harbour | DONE | 2h | |
| Light the buoys ##[stop-commands]x | DONE | 4h | |
| **Total** | | **8h** | ##[stop-commands]x |
`;

/** A checkout with a wrong report. */
async function makeCheckout(): Promise<string> {
  const date = "2025-03-01T09:00:00Z";
  const commit = { name: "report", date, message: "Report", files: { "docs/STATUS.md": WRONG } };
  return (await makeRepository({ commits: [commit] })).path;
}

async function run(folder: string, argv: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const world: TestWorld = testWorld(folder);
  const exitCode = await main(argv, { ...world, env: { ...world.env, ...env } });
  return { exitCode, stdout: world.output("stdout"), stderr: world.output("stderr") };
}

const read = (folder: string, name: string) => readFileSync(join(folder, name), "utf8");

describe("several results of one run", () => {
  test("go to stdout and to files", async () => {
    const folder = await makeCheckout();
    const { exitCode, stdout } = await run(folder, [
      ...["check", "--format", "concise", "--output", "json=out.json", "--output", "sarif=docs/out.sarif"],
    ]);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^docs\/STATUS\.md:7:19: error total-mismatch [^\n]*\n$/);
    expect(JSON.parse(read(folder, "out.json")).summary.errors).toBe(1);
    expect(JSON.parse(read(folder, "docs/out.sarif")).runs[0].results).toHaveLength(1);
  });

  test("to files alone leave one line on stderr", async () => {
    const folder = await makeCheckout();
    const { exitCode, stdout, stderr } = await run(folder, ["check", "--format", "junit", "--output-file", "out.xml"]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
    expect(stderr).toMatch(/^1 error in 1 report; [^\n]*\n$/);
    expect(read(folder, "out.xml")).toContain("<testsuites");
  });

  test("replace what an earlier run left", async () => {
    const folder = await makeCheckout();
    writeFileSync(join(folder, "out.txt"), "old\n");
    await run(folder, ["check", "--output", "text=out.txt"]);
    expect(read(folder, "out.txt")).toContain("total-mismatch");
    expect(read(folder, "out.txt")).not.toContain("old");
  });

  test("replace what an earlier run left, also where the index is judged", async () => {
    const folder = await makeCheckout();
    for (const wanted of [1, 1]) {
      const { exitCode, stderr } = await run(folder, ["check", "--base", "HEAD", "docs", "--output", "json=out.json"]);
      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: expect.not.stringContaining("cannot be written") });
      expect(JSON.parse(read(folder, "out.json")).schemaVersion).toBe(wanted);
    }
  });

  test("of status, too", async () => {
    const folder = await makeCheckout();
    const { exitCode, stdout } = await run(folder, ["status", "--output", "text", "--output", "json=status.json"]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain("Chart the harbour");
    expect(JSON.parse(read(folder, "status.json")).summary).toEqual({ reports: 1, done: 2, total: 2 });
  });

  test("leave stdout to the document that was fixed", async () => {
    const folder = await makeCheckout();
    const world = testWorld(folder, { input: WRONG });
    const argv = ["check", "--fix", "--output", "json=out.json", "--stdin-filename", "docs/STATUS.md", "-"];
    expect(await main(argv, world)).toBe(0);
    expect(world.output("stdout")).toBe(WRONG.replace("8h", "6h"));
    expect(JSON.parse(read(folder, "out.json")).summary.errors).toBe(0);
  });
});

describe("wrong usage", () => {
  test.each([
    [["--format", "jsno"], '--format: there is no format "jsno"; did you mean "json"?'],
    [["--output", "sarf=x"], '--output: there is no format "sarf"; did you mean "sarif"?'],
    [["--output", "docs/out.json"], '--output: there is no format "docs/out.json"'],
    [["--output", "json="], "--output json= names no file"],
    [["--output", "json", "--output", "text"], "only one result can go to stdout, not json and text"],
    [["--format", "text", "--output", "json=-"], "only one result can go to stdout, not text and json"],
    [["--output", "json=x", "--output", "sarif=./x"], "two results cannot both be written to ./x"],
    [["--output", "json=x", "--output-file", "y"], "--output-file goes with --format, not with --output"],
    [["--max-findings", "0"], "option '--max-findings <n>' argument '0' is invalid"],
  ])("%j", async (flags, said) => {
    const { exitCode, stdout, stderr } = await run(await makeFolder(), ["check", ...flags]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain(`blockers: ${said}`);
  });
});

describe("a result is never written", () => {
  const links = process.platform !== "win32";

  test.each([
    ["by its name", ["--output", "json=docs/STATUS.md"]],
    ["by another name", ["--output", "json=docs/../docs/STATUS.md", "docs"]],
    ["where it is fixed first", ["--fix", "--format", "json", "--output-file", "docs/STATUS.md"]],
    ["where it is only named", ["--output", "json=docs/STATUS.md", "--stdin-filename", "docs/STATUS.md", "-"]],
  ])("over what is checked, %s", async (_, flags) => {
    const folder = await makeCheckout();
    const { exitCode, stderr } = await run(folder, ["check", ...flags]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("it is what is checked");
    expect(read(folder, "docs/STATUS.md")).toBe(WRONG);
  });

  test.each([
    ["over the configuration", "blockers.yaml", [], "it is the configuration"],
    ["over the baseline", "blockers-baseline.json", [], "it is the place of the baseline"],
    [
      "in the place of a baseline that is not there yet",
      "blockers-baseline.json",
      [],
      "it is the place of the baseline",
    ],
    ["over a baseline that is named", "known.json", ["--baseline", "known.json"], "it is the place of the baseline"],
  ])("%s", async (what, path, flags, said) => {
    const folder = await makeCheckout();
    writeFileSync(join(folder, "blockers.yaml"), "rules: {}\n");
    if (!what.includes("not there")) await run(folder, ["baseline", ...flags]);
    const files = () => readdirSync(folder).map((name) => [name, name.includes(".", 1) ? read(folder, name) : ""]);
    const before = files();
    const { exitCode, stderr } = await run(folder, ["check", ...flags, "--output", `json=${path}`]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`the result cannot be written to ${path}: ${said}`);
    expect(files()).toEqual(before);
  });

  test.skipIf(!links).each([
    ["a link to the file", "a.json", "b.json"],
    ["a link to its folder", "out/a.json", "docs/a.json"],
  ])("over another result, by %s", async (_, first, second) => {
    const folder = await makeCheckout();
    symlinkSync("docs", join(folder, "out"));
    writeFileSync(join(folder, "a.json"), "");
    symlinkSync("a.json", join(folder, "b.json"));
    const { exitCode, stderr } = await run(folder, [
      "check",
      "--output",
      `json=${first}`,
      "--output",
      `sarif=${second}`,
    ]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`${second}: another result goes there, by another name`);
    expect(read(folder, "a.json")).toBe("");
  });

  test.skipIf(!links)("over what is checked, by a link", async () => {
    const folder = await makeCheckout();
    symlinkSync("docs/STATUS.md", join(folder, "out.json"));
    expect((await run(folder, ["check", "--output", "json=out.json"])).exitCode).toBe(2);
    expect(read(folder, "docs/STATUS.md")).toBe(WRONG);
  });

  test.skipIf(!links).each([
    ["a link to a file", "out.json", "victim", "out.json"],
    ["a link to a folder", "out", ".", "out/victim"],
    ["a link to a folder, for a new file", "out", ".", "out/new"],
    ["a link that leads nowhere", "out.json", "missing", "out.json"],
  ])("elsewhere through %s", async (_, link, target, path) => {
    const [folder, elsewhere] = [await makeCheckout(), await makeFolder()];
    writeFileSync(join(elsewhere, "victim"), "mine\n");
    symlinkSync(join(elsewhere, target), join(folder, link));
    const { exitCode, stdout, stderr } = await run(folder, ["check", "--format", "text", "--output", `json=${path}`]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`blockers: ${path}: `);
    // The other results are there all the same.
    expect(stdout).toContain("total-mismatch");
    expect(read(elsewhere, "victim")).toBe("mine\n");
    expect(() => read(elsewhere, "new")).toThrow();
    expect(() => read(elsewhere, "missing")).toThrow();
  });

  test.each([
    ["where there is no folder", "nowhere/out.json", "there is no such folder"],
    ["where a folder is", "docs", "is not a regular file"],
    ["where we are", ".", "is not a regular file"],
  ])("%s", async (_, path, said) => {
    const folder = await makeCheckout();
    const { exitCode, stderr } = await run(folder, ["check", "--output", `json=${path}`]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`blockers: ${path}: ${said}`);
  });

  test("in part: what one cannot take does not keep the others", async () => {
    const folder = await makeCheckout();
    const flags = ["--output", "json=nowhere/out.json", "--output", "sarif=out.sarif"];
    expect((await run(folder, ["check", ...flags])).exitCode).toBe(2);
    expect(JSON.parse(read(folder, "out.sarif")).version).toBe("2.1.0");
  });
});

describe("in a log of GitHub Actions", () => {
  const inActions = { GITHUB_ACTIONS: "true" };

  test.each(["text", "concise", "github", "json", "markdown"])("%s holds no command of a report", async (format) => {
    const folder = await makeCheckout();
    const { stdout, stderr } = await run(folder, ["check", "--format", format], inActions);
    const commands = workflowCommands(stdout + stderr).map(({ name }) => name);
    expect(commands).toEqual(format === "github" ? ["error"] : []);
  });

  test("nor do tables and complaints", async () => {
    const folder = await makeCheckout();
    const { stdout } = await run(folder, ["status"], inActions);
    expect(stdout).toContain("##\\u{5b}stop-commands]x");
    const { stderr } = await run(folder, ["check", "##[stop-commands]x.md"], inActions);
    expect(stderr).toContain("##\\u{5b}stop-commands]x.md");
  });

  test.each([
    [["fix", "--diff"]],
    [["fix", "--dry-run"]],
    [["table"]],
    [["baseline", "--dry-run"]],
    [["doctor"]],
    [["check", "--print-config", "docs/STATUS.md"]],
  ])("%j holds none either", async (argv) => {
    const folder = await makeCheckout();
    const odd = "  ##[stop-commands]x:\n    - ::stop-commands::x\n";
    writeFileSync(join(folder, "blockers.yaml"), `ignore: ["::x", "##[stop-commands]x"]\n`);
    writeFileSync(join(folder, "docs/STATUS.md"), WRONG.replace("# Status", `# Status\n\n${odd}\n::stop-commands::x`));
    const { stdout, stderr } = await run(folder, argv, inActions);
    expect(stdout).not.toBe("");
    expect(workflowCommands(stdout + stderr)).toEqual([]);
  });

  test("a document and a completion script go out as they are", async () => {
    const folder = await makeCheckout();
    const world = testWorld(folder, { input: WRONG, env: { PATH: process.env.PATH, ...inActions } });
    await main(["fix", "--stdin-filename", "docs/STATUS.md", "-"], world);
    expect(world.output("stdout")).toBe(WRONG.replace("8h", "6h"));
    for (const shell of ["bash", "zsh", "fish"]) {
      const plain = await run(folder, ["completion", shell]);
      expect((await run(folder, ["completion", shell], inActions)).stdout).toBe(plain.stdout);
    }
  });

  test("annotations are placed from the top of the repository, text from where we are", async () => {
    const folder = await makeCheckout();
    const { stdout } = await run(join(folder, "docs"), ["check", "--format", "github"], inActions);
    expect(stdout).toMatch(/^STATUS\.md:7:19 {2}error/);
    expect(workflowCommands(stdout)[0]?.properties.file).toBe("docs/STATUS.md");
  });
});

test("a run that could not read everything says so in SARIF", async () => {
  const folder = await makeCheckout();
  mkdirSync(join(folder, "empty"));
  const { exitCode, stdout } = await run(folder, ["check", "--format", "sarif", "docs", "missing.md"]);
  expect(exitCode).toBe(2);
  expect(JSON.parse(stdout).runs[0].invocations[0].executionSuccessful).toBe(false);
});
