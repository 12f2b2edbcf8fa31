import { expect, test } from "vitest";
import { checkReports } from "../../src/lint/check-reports.js";
import { parseReport } from "../../src/parse/parse-report.js";
import { decode } from "../../src/source/decode.js";

const shifts = (from: number, count: number): string =>
  Array.from({ length: count }, (_, at) => `- Shift ${from + at} at the lock: 2 hours`).join("\n");

/** Two lists, and a total that is right for both together and wrong for the one right above it. */
async function check(first: number, second: number, total: number) {
  const text = `# Lock Status\n\n${shifts(1, first)}\n\nAfter the flood:\n\n${shifts(first + 1, second)}\n\n**Total:** ${total} hours\n`;
  const report = parseReport(decode(new TextEncoder().encode(text), "STATUS.md"));
  const [checked] = await checkReports([report], {});
  return (checked?.result.diagnostics ?? []).filter(({ rule }) => rule === "total-mismatch");
}

test("a total over more lists than are added up accuses nobody", async () => {
  expect(await check(20, 40, 120)).toEqual([]);
  expect(await check(200, 400, 1200)).toEqual([]);
});

test("a total that is wrong for all that stands above it is told", async () => {
  expect(await check(20, 40, 118)).toHaveLength(1);
});
