import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Scenario } from "../src/git/scenario.js";
import { checkText, fillIn } from "./helpers/check-text.js";
import { makeRepository } from "./helpers/scenario.js";

const FIXTURES = fileURLToPath(new URL("../fixtures/reports/", import.meta.url));

/** What a person who has read the report expects: its items and everything that does not match. */
interface Expected {
  readonly items: readonly (readonly [key: string, title: string, status: string, percent: number | null])[];
  /** How many claims were found right and wrong: for reports in which nothing is wrong, the proof that they were read. */
  readonly coverage?: { readonly consistent: number; readonly contradicted: number };
  readonly findings: readonly Readonly<Record<"line" | "rule" | "severity" | "stated" | "computed", string | number>>[];
}

describe.each(readdirSync(FIXTURES))("%s", async (name) => {
  const read = (file: string): string => readFileSync(`${FIXTURES}${name}/${file}`, "utf8");
  const expected = JSON.parse(read("expected.json")) as Expected;
  const repository = existsSync(`${FIXTURES}${name}/history.yaml`)
    ? await makeRepository(parse(read("history.yaml")) as Scenario)
    : undefined;
  const text = repository ? fillIn(read("report.md"), repository) : read("report.md");
  const { result } = await checkText(text, { repository });

  test("has these items", () => {
    expect(result.items.map(({ key, title, status, percent }) => [key, title, status, percent])).toEqual(
      expected.items,
    );
  });

  test.runIf(expected.coverage)("is checked that far", () => {
    const { consistent, contradicted } = result.coverage;
    expect({ consistent, contradicted }).toEqual(expected.coverage);
  });

  test("has these findings", () => {
    const found = result.diagnostics.map(({ line, rule, severity, stated, computed }) => ({
      line,
      rule,
      severity,
      stated,
      computed,
    }));
    expect(found).toEqual(expected.findings);
  });
});
