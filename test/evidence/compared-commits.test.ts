import { expect, test } from "vitest";
import { extractClaims } from "../../src/claims/extract-claims.js";
import { comparedIds } from "../../src/evidence/compared-commits.js";
import { readReport } from "../helpers/check-text.js";

const HEAD = "# Harbour Status\n\n";
const [BUOYS, CHARTS] = ["1a2b3c4d5", "9f8e7d6c5"];

function comparedIn(...lines: readonly string[]): readonly string[] {
  return comparedIds(extractClaims(readReport(`${HEAD}${lines.join("\n")}\n`)));
}

test("commits that are only cited need no comparison", () => {
  expect(comparedIn(`- Commit \`${BUOYS}\` lights the buoys`, `- Commit \`${CHARTS}\` prints the charts`)).toEqual([]);
});

test("a stated size wants its own commit compared, not the others", () => {
  expect(comparedIn(`- Commit \`${BUOYS}\` - 120 lines`, `- Commit \`${CHARTS}\` prints the charts`)).toEqual([BUOYS]);
});

test("a file that is named may be in any commit of the report", () => {
  expect(comparedIn(`- Commit \`${BUOYS}\` lights the buoys`, "- `src/harbour/charts.py` (40 lines)")).toEqual([BUOYS]);
});
