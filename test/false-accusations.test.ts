import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Scenario } from "../src/git/scenario.js";
import { actualFindings, checkText, fillIn } from "./helpers/check-text.js";
import { makeRepository, type TestRepository } from "./helpers/scenario.js";

const FIXTURES = fileURLToPath(new URL("../fixtures/false-accusations/", import.meta.url));

let repository: TestRepository;

beforeAll(async () => {
  repository = await makeRepository(parse(readFileSync(`${FIXTURES}history.yaml`, "utf8")) as Scenario);
});

// Each report is right, and says in its first comment what is tempting about it.
describe.each(readdirSync(FIXTURES).filter((name) => name.endsWith(".md")))("%s", (name) => {
  const text = readFileSync(`${FIXTURES}${name}`, "utf8");

  test("says what is tempting", () => {
    expect(text).toMatch(/^(?:---\n[\s\S]*?\n---\s+)?<!-- [A-Z][\s\S]*?\. -->\r?\n/);
  });

  test("is not accused against its repository", async () => {
    const { result } = await checkText(fillIn(text, repository), { repository, path: "docs/reports/2025-01-15.md" });
    expect(actualFindings(result.diagnostics)).toEqual([]);
  });

  test("is not accused without a repository", async () => {
    const { result } = await checkText(fillIn(text, repository));
    expect(actualFindings(result.diagnostics)).toEqual([]);
  });
});
