import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const TESTS = fileURLToPath(new URL("..", import.meta.url));

/** How many threats of each kind there are. */
const KINDS = { G: 10, I: 11, O: 12, F: 12, P: 8 };

/** Nothing writes comma-separated values, which a spreadsheet might take for formulas. */
const NOT_HERE = ["O6"];

test("each threat that the README names has a test that bears its id", () => {
  const files = readdirSync(TESTS, { recursive: true, encoding: "utf8" }).filter(
    (path) => path.endsWith(".test.ts") && !path.includes("node_modules"),
  );
  const titles = files.flatMap((path) => {
    const text = readFileSync(join(TESTS, path), "utf8");
    return [...text.matchAll(/["'`]([A-Z]\d+): /g)].map(([, id]) => id);
  });
  const ids = Object.entries(KINDS).flatMap(([kind, count]) =>
    Array.from({ length: count }, (_, at) => `${kind}${at + 1}`),
  );
  expect(ids.filter((id) => !titles.includes(id))).toEqual(NOT_HERE);
});
