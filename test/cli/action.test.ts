import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { commandLine, readInputs } from "../../src/cli/action/inputs.js";
import { outputLines } from "../../src/cli/action/outputs.js";
import { runAction } from "../../src/cli/action/run-action.js";
import { formatCheckJson } from "../../src/format/json-check.js";
import { makeFolder } from "../helpers/scenario.js";
import { testWorld } from "../helpers/test-world.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const PATIENCE = 60_000;

interface Manifest {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly runs: { readonly using: string; readonly main: string };
}

const manifest = parse(readFileSync(join(ROOT, "action.yml"), "utf8")) as Manifest;

/** As the runner sets them: every input, those that are not given by their defaults. */
function inputVariables(given: Readonly<Record<string, string>>): Record<string, string> {
  const named = Object.entries(manifest.inputs).map(([name, input]) => [name, given[name] ?? input.default ?? ""]);
  return Object.fromEntries(
    named.map(([name = "", value = ""]) => [`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`, value]),
  );
}

/** Reads an output file by the runner's rules: NAME<<MARK, lines, MARK. */
function readOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = text.split("\n");
  for (let at = 0; at < lines.length - 1; at++) {
    const [name = "", mark] = (lines[at] ?? "").split("<<");
    const end = lines.indexOf(mark ?? "", at + 1);
    expect(end).toBeGreaterThan(at);
    outputs[name] = lines.slice(at + 1, end).join("\n");
    at = end;
  }
  return outputs;
}

async function runner(given: Readonly<Record<string, string>>) {
  const folder = await makeFolder();
  const files = {
    GITHUB_OUTPUT: join(folder, "output"),
    GITHUB_STEP_SUMMARY: join(folder, "summary"),
    RUNNER_TEMP: folder,
  };
  writeFileSync(files.GITHUB_OUTPUT, "");
  writeFileSync(files.GITHUB_STEP_SUMMARY, "said before\n");
  const env = { PATH: process.env.PATH ?? "", ...files, ...inputVariables(given) };
  return {
    folder,
    env,
    outputs: () => readOutputs(readFileSync(files.GITHUB_OUTPUT, "utf8")),
    summary: () => readFileSync(files.GITHUB_STEP_SUMMARY, "utf8"),
  };
}

describe("the action", () => {
  test("has the defaults that its manifest names", () => {
    expect(readInputs(inputVariables({}))).toEqual(readInputs({}));
  });

  test("hands every input of its manifest to the command line as one word", () => {
    const odd = '$(id) `id` "; exit 0 #';
    const given = { paths: `docs\n ${odd} \n\n-x.md`, args: "--skip=a\n--only=b c", format: "concise", "fail-on": odd };
    const inputs = readInputs(
      inputVariables({ ...given, "config-from": "origin/main", "require-evidence": "true", summary: "false" }),
    );
    expect(commandLine(inputs, { json: "/t/r.json", markdown: "/t/s.md" })).toEqual([
      "check",
      "--output=concise",
      "--output=json=/t/r.json",
      `--fail-on=${odd}`,
      "--config-from=origin/main",
      "--require-evidence",
      "--skip=a",
      "--only=b c",
      "--",
      "docs",
      odd,
      "-x.md",
    ]);
    expect(Object.keys(inputs)).toHaveLength(Object.keys(manifest.inputs).length);
  });

  test("writes the outputs that its manifest names, and adds to the summary", async () => {
    const { env, folder, outputs, summary } = await runner({ "working-directory": "below" });
    mkdirSync(join(folder, "below"));
    const world = testWorld(folder, { env });
    const code = await runAction(world, async (argv, { cwd }) => {
      expect(cwd).toBe(join(folder, "below"));
      const file = (start: string) => argv.find((word) => word.startsWith(start))?.slice(start.length) ?? "";
      writeFileSync(file("--output=json="), formatCheckJson([], { name: "blockers", version: "1" }));
      writeFileSync(file("--output=markdown="), "## what was found\n");
      return 1;
    });
    expect(code).toBe(1);
    const written = outputs();
    expect(Object.keys(written).sort()).toEqual(Object.keys(manifest.outputs).sort());
    expect(written).toMatchObject({ "exit-code": "1", errors: "0", "cannot-tell": "0" });
    expect(existsSync(written["report-json"] ?? "")).toBe(true);
    expect(summary()).toBe("said before\n## what was found\n");
  });

  test("says how a run ended that came to no result", async () => {
    const { env, folder, outputs, summary } = await runner({});
    expect(await runAction(testWorld(folder, { env }), async () => 2)).toBe(2);
    expect(outputs()).toEqual({ "exit-code": "2" });
    expect(summary()).toBe("said before\n");
  });

  test("ends with exit code 2 for what it cannot read or write", async () => {
    const { env, folder } = await runner({ summary: "perhaps" });
    const world = testWorld(folder, { env });
    expect(await runAction(world, async () => 0)).toBe(2);
    expect(world.output("stderr")).toBe('blockers: the input "summary" takes true or false, not "perhaps"\n');
    const { env: astray } = await runner({ "working-directory": "nowhere" });
    const nowhere = testWorld(folder, { env: astray });
    expect(await runAction(nowhere, async () => 0)).toBe(2);
    expect(nowhere.output("stderr")).toBe(
      'blockers: the input "working-directory" names "nowhere", which is no folder here\n',
    );
    const { env: hostile } = await runner({ summary: "##[stop-commands]x" });
    const told = testWorld(folder, { env: hostile });
    expect(await runAction(told, async () => 0)).toBe(2);
    expect(told.output("stderr")).toContain('not "##\\u{5b}stop-commands]x"');
    const { env: sound } = await runner({});
    const lost = testWorld(folder, { env: { ...sound, GITHUB_OUTPUT: folder } });
    expect(await runAction(lost, async () => 0)).toBe(2);
    expect(lost.output("stderr")).toContain("cannot be written (EISDIR)");
  });

  test("no value of an output can begin another one", () => {
    const value = "a\nEOF\nerrors<<EOF\n0\nEOF";
    expect(readOutputs(outputLines({ "report-json": value, errors: "1" }))).toEqual({
      "report-json": value,
      errors: "1",
    });
  });

  test("puts nothing that a workflow gives into a shell", () => {
    expect(readFileSync(join(ROOT, "action.yml"), "utf8")).not.toContain("$" + "{{");
    expect(manifest.runs.using).toMatch(/^node\d+$/);
    expect(existsSync(join(ROOT, manifest.runs.main))).toBe(true);
  });

  test("checks a report as the runner starts it", { timeout: PATIENCE }, async () => {
    const { env, folder, outputs, summary } = await runner({ paths: "STATUS.md" });
    writeFileSync(
      join(folder, "STATUS.md"),
      "# Pier Status\n\n**Progress**: 2 of 2 tasks done\n\n- [x] Pilings\n- [ ] Planks\n",
    );
    const run = () =>
      spawnSync(process.execPath, [join(ROOT, manifest.runs.main)], { cwd: folder, env, encoding: "utf8" });
    const found = run();
    expect({ status: found.status, stderr: found.stderr }).toEqual({ status: 1, stderr: "" });
    expect(found.stdout).toMatch(/^::error .*file=STATUS\.md.*count-mismatch/m);
    expect(outputs()).toMatchObject({ "exit-code": "1", errors: "1", warnings: "0" });
    const { files } = JSON.parse(readFileSync(outputs()["report-json"] ?? "", "utf8")) as { files: readonly unknown[] };
    expect(files).toHaveLength(1);
    expect(summary()).toMatch(/^said before\n## blockers\n/);
  });
});
