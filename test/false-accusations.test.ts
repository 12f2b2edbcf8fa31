import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Scenario } from "../src/git/scenario.js";
import { actualFindings, checkText, fillIn } from "./helpers/check-text.js";
import { makeRepository, type TestRepository } from "./helpers/scenario.js";

const FIXTURES = fileURLToPath(new URL("../fixtures/false-accusations/", import.meta.url));

/** False alarms that are known: they are kept here until they are gone, and must leave this list then. */
const KNOWN: ReadonlySet<string> = new Set([
  "at-least-as-a-whole.md",
  "commits-with-the-report.md",
  "complete-with-the-rest-moved.md",
  "coverage-beside-done.md",
  "files-changed-are-touched.md",
  "hex-words-under-a-commit.md",
  "line-of-an-old-version.md",
  "lines-fewer.md",
  "lines-in-another-clause.md",
  "mojibake-in-a-fence.md",
  "several-columns-of-marks.md",
  "share-above-a-table.md",
  "thousands-with-points.md",
  "two-files-in-one-entry.md",
  "two-overall-rows.md",
  "was-so-many-lines.md",
]);

let repository: TestRepository;

beforeAll(async () => {
  repository = await makeRepository(parse(readFileSync(`${FIXTURES}history.yaml`, "utf8")) as Scenario);
});

// Each report is right, and says in its first comment what is tempting about it.
describe.each(readdirSync(FIXTURES).filter((name) => name.endsWith(".md")))("%s", (name) => {
  const text = readFileSync(`${FIXTURES}${name}`, "utf8");
  const run = KNOWN.has(name) ? test.fails : test;

  test("says what is tempting", () => {
    expect(text).toMatch(/^(?:---\n[\s\S]*?\n---\s+)?<!-- [A-Z][\s\S]*?\. -->\r?\n/);
  });

  run("is not accused against its repository", async () => {
    const { result } = await checkText(fillIn(text, repository), { repository, path: "docs/reports/2025-01-15.md" });
    expect(actualFindings(result.diagnostics)).toEqual([]);
  });

  if (KNOWN.has(name)) return;

  test("is not accused without a repository", async () => {
    const { result } = await checkText(fillIn(text, repository));
    expect(actualFindings(result.diagnostics)).toEqual([]);
  });
});

test("the known false alarms are still told of", () => {
  expect(readdirSync(FIXTURES)).toEqual(expect.arrayContaining([...KNOWN]));
});
