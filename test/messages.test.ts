import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { Scenario } from "../src/git/scenario.js";
import { checkText, fillIn } from "./helpers/check-text.js";
import { makeRepository } from "./helpers/scenario.js";

const FIXTURES = fileURLToPath(new URL("../fixtures/rules/", import.meta.url));
const SRC = fileURLToPath(new URL("../src/", import.meta.url));

/** Every word of the program's own text: the messages are made of these. */
const OWN_WORDS = new Set(
  ["rules", "evidence", "claims", "readiness", "model", "lex"].flatMap((folder) =>
    readdirSync(join(SRC, folder))
      .filter((name) => name.endsWith(".ts"))
      .flatMap((name) => readFileSync(join(SRC, folder, name), "utf8").match(/[A-Za-z]+/g) ?? []),
  ),
);

/** Of `toLocaleString`, not of a report. */
const WEEKDAY = /^(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day$/;

/** A figure with its unit, a day, the digits of a commit. */
const FIGURE = /^[~<>+-]?\d[\d,.:-]*(?:%|h|d|w|m)?$|^\d+\/\d+$|^[0-9a-f]{7,40}$/;

/** What of a message stands outside quotation marks, and is neither our own words nor a figure. */
function foreignWords(message: string): readonly string[] {
  const words = message
    .replace(/"[^"]*"/g, " ")
    .split(/\s+/)
    .map((word) => word.replace(/^[(]+|[):;,?]+$/g, ""));
  return words.filter((word) => {
    if (word === "" || FIGURE.test(word) || WEEKDAY.test(word)) return false;
    return word.split(/['-]|(?<=-)\d/).some((part) => part !== "" && !OWN_WORDS.has(part));
  });
}

test.each(readdirSync(FIXTURES).sort())("O12: %s quotes what it takes from a report", async (id) => {
  const scenario = `${FIXTURES}${id}/history.yaml`;
  const repository = existsSync(scenario)
    ? await makeRepository(parse(readFileSync(scenario, "utf8")) as Scenario)
    : undefined;
  const bytes = readFileSync(`${FIXTURES}${id}/invalid.md`);
  const content = repository ? fillIn(bytes.toString("utf8"), repository) : bytes;
  const { result } = await checkText(content, { repository, only: [id] });
  expect(result.diagnostics.length).toBeGreaterThan(0);
  expect(result.diagnostics.flatMap(({ message }) => foreignWords(message))).toEqual([]);
});
