import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Scenario } from "../src/git/scenario.js";
import { rules } from "../src/rules/index.js";
import { actualFindings, checkText, expectedFindings, fillIn } from "./helpers/check-text.js";
import { makeRepository, type TestRepository } from "./helpers/scenario.js";

const FIXTURES = fileURLToPath(new URL("../fixtures/rules/", import.meta.url));

// A fixture says itself what must be found in it: `<!-- expect: rule-id -->` at the end of the line, or
// `<!-- expect +2: rule-id -->` two lines above it. Beside it `history.yaml` may tell of a repository, whose
// commits are cited as {{name}}.
describe.each(readdirSync(FIXTURES).sort())("%s", (id) => {
  const rule = rules.find((one) => one.id === id);
  const scenario = `${FIXTURES}${id}/history.yaml`;
  let repository: TestRepository | undefined;
  // What is only worth a look, or off, is made a warning here, as a configuration may.
  const severities: Record<string, "warning"> = rule?.severity === "info" ? { [id]: "warning" } : {};

  beforeAll(async () => {
    if (existsSync(scenario)) repository = await makeRepository(parse(readFileSync(scenario, "utf8")) as Scenario);
  });

  /** The fixture's bytes, which only those with commits to fill in may lose. */
  function read(name: string): Uint8Array | string {
    const bytes = readFileSync(`${FIXTURES}${id}/${name}`);
    return repository ? fillIn(bytes.toString("utf8"), repository) : bytes;
  }

  test("finds in invalid.md what its markers say, and nothing else", async () => {
    const content = read("invalid.md");
    const expected = expectedFindings(content.toString());
    const { result } = await checkText(content, { repository, severities });
    expect(actualFindings(result.diagnostics)).toEqual(expected);
    expect(expected.filter((one) => one.endsWith(` ${id}`)).length).toBeGreaterThan(0);
  });

  test("finds nothing in valid.md, though it makes claims", async () => {
    const content = read("valid.md");
    const { result } = await checkText(content, { repository, severities });
    expect(expectedFindings(content.toString())).toEqual([]);
    expect(actualFindings(result.diagnostics)).toEqual([]);
    expect(result.coverage.consistent).toBeGreaterThan(0);
  });

  test("has a history exactly if the rule needs one", () => {
    expect(existsSync(scenario)).toBe(rule?.git);
  });

  if (rule?.git !== true) return;

  test("finds nothing of its own without a repository", async () => {
    const { result } = await checkText(read("invalid.md"), { severities });
    expect(result.diagnostics.filter((one) => one.rule === id)).toEqual([]);
  });
});
