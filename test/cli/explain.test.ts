import { describe, expect, test } from "vitest";
import { main } from "../../src/cli/main.js";
import { explainOutputSchema } from "../../src/format/schema.js";
import { parseMarkdown } from "../../src/parse/markdown.js";
import { rules } from "../../src/rules/index.js";
import { testWorld } from "../helpers/test-world.js";

const explain = async (...argv: readonly string[]) => {
  const world = testWorld(process.cwd());
  const exitCode = await main(["explain", ...argv], world);
  return { exitCode, text: world.output("stdout"), complaint: world.output("stderr") };
};

test("without a rule, all are listed", async () => {
  const { exitCode, text } = await explain();
  expect(exitCode).toBe(0);
  for (const { id } of rules) expect(text).toContain(`${id} `);
});

describe("each rule tells what it looks for, and shows it", () => {
  test.each(rules.map(({ id }) => id))("%s", async (id) => {
    const { exitCode, text } = await explain(id, "--width", "100");
    expect(exitCode).toBe(0);
    expect(text).toMatch(new RegExp(`^${id}  (error|warning|info)`));
    expect(text).toContain(`    rules:\n      ${id}: off\n`);
    for (const line of text.split("\n").filter((one) => !one.startsWith("    "))) {
      expect(line.length).toBeLessThanOrEqual(100);
    }
  });
});

describe("--format json", () => {
  test("of all rules", async () => {
    const { exitCode, text } = await explain("--format", "json");
    const output = explainOutputSchema.parse(JSON.parse(text));
    expect(exitCode).toBe(0);
    expect(output.rules.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
  });

  test("of one", async () => {
    const { text } = await explain("stale-report", "--format", "json");
    expect(explainOutputSchema.parse(JSON.parse(text)).rules).toMatchObject([
      { id: "stale-report", severity: "info", onByDefault: false, git: true },
    ]);
  });
});

describe("--format markdown", () => {
  test("of all rules is a table with a row each", async () => {
    const { text } = await explain("--format", "markdown");
    const [table, ...others] = parseMarkdown(text).children;
    expect(others).toEqual([]);
    expect(table).toMatchObject({ type: "table", children: { length: rules.length + 1 } });
  });

  test.each(rules.map((rule) => [rule.id, rule] as const))("%s shows its examples whole", async (id, rule) => {
    const { exitCode, text } = await explain(id, "--format", "markdown");
    expect(exitCode).toBe(0);
    const code = parseMarkdown(text).children.flatMap((node) => (node.type === "code" ? [node.value] : []));
    expect(code).toEqual([rule.wrong.trimEnd(), rule.right.trimEnd(), `rules:\n  ${id}: off`]);
  });
});

test("an unknown rule ends with exit code 2 and the nearest name", async () => {
  expect(await explain("total-missmatch")).toMatchObject({
    exitCode: 2,
    text: "",
    complaint: expect.stringContaining('there is no rule "total-missmatch"; did you mean "total-mismatch"?'),
  });
});
