import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { main } from "../../src/cli/main.js";
import { CHECK_FORMATS, type CheckFormat } from "../../src/cli/outputs/check-formats.js";
import { checkLineSchema, checkOutputSchema } from "../../src/format/schema.js";
import type { Scenario } from "../../src/git/scenario.js";
import { rules } from "../../src/rules/index.js";
import { refusedGitlab, refusedJunit, refusedRdjson, refusedSarif, workflowCommands } from "../helpers/consumers.js";
import { makeRepository, type TestRepository } from "../helpers/scenario.js";
import { testWorld } from "../helpers/test-world.js";

/** One report with one history, in every form; UPDATE_TRANSCRIPTS=1 writes them anew. */
const FIXTURES = fileURLToPath(new URL("../../fixtures/formats/", import.meta.url));
const UPDATE = process.env.UPDATE_TRANSCRIPTS === "1";

const EXTENSIONS: Readonly<Record<CheckFormat, string>> = {
  ...{ text: "txt", concise: "concise.txt", github: "github.txt", markdown: "md", junit: "junit.xml" },
  ...{ json: "json", jsonl: "jsonl", gitlab: "gitlab.json", sarif: "sarif.json", rdjson: "rdjson.json" },
};

let repository: TestRepository;

beforeAll(async () => {
  repository = await makeRepository(parse(readFileSync(`${FIXTURES}history.yaml`, "utf8")) as Scenario);
});

async function run(format: CheckFormat): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const world = testWorld(repository.path);
  expect(await main(["check", "--format", format], world)).toBe(1);
  return { stdout: world.output("stdout"), stderr: world.output("stderr") };
}

/** The rules are described in their own words, which change apart from the format. */
function withoutRules(format: CheckFormat, output: string): string {
  if (format !== "sarif") return output;
  const log = JSON.parse(output);
  log.runs[0].tool.driver.rules = "left out of this example";
  return `${JSON.stringify(log, null, 2)}\n`;
}

test.each(CHECK_FORMATS)("%s is as in the example", async (format) => {
  const shown = withoutRules(format, (await run(format)).stdout).replaceAll(/"ruleIndex": \d+/g, '"ruleIndex": 0');
  const file = `${FIXTURES}expected/check.${EXTENSIONS[format]}`;
  if (UPDATE) {
    mkdirSync(`${FIXTURES}expected`, { recursive: true });
    writeFileSync(file, shown);
  } else expect(shown).toBe(readFileSync(file, "utf8"));
});

test.each([
  ["sarif", refusedSarif],
  ["gitlab", refusedGitlab],
  ["junit", refusedJunit],
  ["rdjson", refusedRdjson],
] as const)("%s is what its readers take", async (format, refused) => {
  const { stdout, stderr } = await run(format);
  expect(refused(stdout)).toEqual([]);
  expect(stderr).toBe("");
});

test("json and jsonl tell of the same findings", async () => {
  const whole = checkOutputSchema.parse(JSON.parse((await run("json")).stdout));
  const lines = (await run("jsonl")).stdout.trimEnd().split("\n");
  const parsed = lines.map((line) => checkLineSchema.parse(JSON.parse(line)));
  const found = whole.files.flatMap(({ path, diagnostics }) => diagnostics.map((one) => ({ ...one, path })));
  expect(parsed.slice(0, -1)).toEqual(found.map((one) => ({ type: "diagnostic", ...one })));
  expect(parsed.at(-1)).toMatchObject({ type: "summary", ...whole.summary });
});

test("annotations stand where the findings are", async () => {
  const found = checkOutputSchema.parse(JSON.parse((await run("json")).stdout)).files[0]?.diagnostics ?? [];
  const commands = workflowCommands((await run("github")).stdout);
  const levels = { error: "error", warning: "warning", info: "notice" };
  expect(new Set(commands.map(({ properties, name }) => `${name} ${properties.line}:${properties.col}`))).toEqual(
    new Set(found.map(({ severity, line, column }) => `${levels[severity]} ${line}:${column}`)),
  );
  for (const { properties } of commands) expect(properties.file).toBe("docs/harbour status.md");
});

describe("SARIF's rules", () => {
  test("are all there, with what code scanning shows", async () => {
    const { runs } = JSON.parse((await run("sarif")).stdout);
    const described: readonly { readonly id: string; readonly fullDescription: { readonly text: string } }[] =
      runs[0].tool.driver.rules;
    expect(described.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
    for (const { fullDescription } of described) expect(fullDescription.text.length).toBeLessThanOrEqual(1024);
  });
});

test("concise says the rest on stderr, and its lines are found by the problem matcher", async () => {
  const { stdout, stderr } = await run("concise");
  const found = checkOutputSchema.parse(JSON.parse((await run("json")).stdout)).files[0]?.diagnostics ?? [];
  const file = new URL("../../schema/problem-matcher.json", import.meta.url);
  const { problemMatcher } = JSON.parse(readFileSync(file, "utf8"));
  const [{ regexp, ...groups }] = problemMatcher[0].pattern;
  const lines = stdout.trimEnd().split("\n");
  const matched = lines.map((line) => {
    const groupsOf = new RegExp(regexp).exec(line) ?? [];
    return Object.fromEntries(Object.entries(groups).map(([name, group]) => [name, groupsOf[Number(group)]]));
  });
  expect(matched).toEqual(
    found.map(({ line, column, severity, rule, message, fix }) => ({
      file: "docs/harbour status.md",
      ...{ line: String(line), column: String(column), severity, code: rule },
      message: message + (fix ? `; ${fix.safety === "safe" ? "fix" : "unsafe fix"}: ${fix.title}` : ""),
    })),
  );
  expect(stderr).toMatch(/^\d+ errors, .*; checked \d+ of \d+ figures.*\n$/);
});
