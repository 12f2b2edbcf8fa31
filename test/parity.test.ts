import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { rules } from "../src/rules/index.js";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const NO_RULES = new Set(["correct.ts", "index.ts", "rule.ts"]);

const ids = rules.map((rule) => rule.id);
const files = readdirSync(`${ROOT}src/rules`).filter((name) => name.endsWith(".ts") && !NO_RULES.has(name));

/** The ids in the table of rules of the README; undefined while there is no such table. */
function readmeRows(): string[] | undefined {
  if (!existsSync(`${ROOT}README.md`)) return undefined;
  const table = /<!-- rules:begin -->([\s\S]*?)<!-- rules:end -->/.exec(readFileSync(`${ROOT}README.md`, "utf8"))?.[1];
  return table === undefined ? undefined : [...table.matchAll(/^\| \[`([^`]+)`\]/gm)].map((row) => row[1] ?? "");
}

describe("the rules are the same everywhere", () => {
  test("one file each, with the rule's id for a name", () => {
    expect(ids).toEqual(files.map((name) => name.replace(/\.ts$/, "")).sort());
  });

  test("alphabetical in the registry", () => {
    expect(ids).toEqual([...ids].sort());
  });

  test("one folder of fixtures each", () => {
    expect(readdirSync(`${ROOT}fixtures/rules`).sort()).toEqual(ids);
  });

  test.each(ids)("%s has a right and a wrong fixture", (id) => {
    expect(readdirSync(`${ROOT}fixtures/rules/${id}`)).toEqual(expect.arrayContaining(["invalid.md", "valid.md"]));
  });

  test("one row each in the README", ({ skip }) => {
    const rows = readmeRows();
    if (!rows) return skip("README.md has no table between rules:begin and rules:end");
    expect(rows).toEqual(ids);
  });

  test.each(rules.map((rule) => [rule.id, rule] as const))("%s is described in sentences", (_, rule) => {
    expect(rule.summary).toMatch(/^["A-Z].*[^.]$/);
    expect(rule.rationale).toMatch(/\.$/);
    expect(rule.wrong).not.toBe(rule.right);
  });
});
