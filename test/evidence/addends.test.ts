import { expect, test } from "vitest";
import { addends } from "../../src/evidence/addends.js";
import { checkText } from "../helpers/check-text.js";

test("few addends are all shown, of many the first and the last", () => {
  const numbers = (count: number) => Array.from({ length: count }, (_, at) => at);
  expect(addends([])).toBe("");
  expect(addends([1, "2h"])).toBe("1 + 2h");
  expect(addends(numbers(40))).toBe(numbers(40).join(" + "));
  expect(addends(numbers(41))).toBe("0 + 1 + 2 + 3 + 4 + 5 + 6 + 7 + … + 39 + 40");
});

test("a wrong total over a long column is told in a line that can be read", async () => {
  const rows = Array.from({ length: 500 }, (_, at) => `| Pile ${at} | ${at} |`);
  const found = await checkText(`# Pier\n\n| Pile | Hours |\n|---|---|\n${rows.join("\n")}\n| **Total** | 7 |\n`);
  const [diagnostic] = found.result.diagnostics;
  expect(diagnostic).toMatchObject({
    rule: "total-mismatch",
    computed: "124,750",
    derivation: "0 + 1 + 2 + 3 + 4 + 5 + 6 + 7 + … + 498 + 499 = 124,750 (all rows)",
  });
});
