import { expect, it } from "vitest";
import { parseMarkdown } from "../../src/parse/markdown.js";
import { parseReport } from "../../src/parse/parse-report.js";
import { decode } from "../../src/source/decode.js";
import { stepsOf } from "../helpers/steps.js";

const HEAD = "# Harbour report\n\n**Status**: In progress\n\n";
const SIGNS = ["✅ Done", "⏳ Pending", "In progress", "❌ Failed"];
const lines = (size: number, line: (at: number) => string, glue = "\n"): string =>
  HEAD + Array.from({ length: size }, (_, at) => line(at)).join(glue);

/** Reports of a size, one of each shape, each with other words. */
const SHAPES: Readonly<Record<string, (size: number) => string>> = {
  prose: (n) => lines(n, (i) => `Crew ${i} of ${n} mended ${i % 7} of 9 lamps, about ${i % 90}% done.`, "\n\n"),
  headings: (n) => lines(n, (i) => `## ${i + 1}. Lamp ${i} of ${n} ${i % 2 ? "✅" : "(DONE)"}\n\nText.`, "\n\n"),
  "one table": (n) =>
    `${lines(n, (i) => `${i === 0 ? "| # | Task | Status | Hours |\n|---|---|---|---|\n" : ""}| ${i + 1} | Buoy ${i} of ${n} | ${SIGNS[i % 4]} | ${i % 9}h |`)}\n`,
  "rows with one key": (n) =>
    lines(n, (i) => `${i === 0 ? "| Task | Status |\n|---|---|\n" : ""}| #1 Buoy ${n} | ${SIGNS[i % 4]} |`),
  "many tables": (n) => lines(n, (i) => `### Pier ${i} of ${n}\n\n| Task | Status |\n|---|---|\n| Plank ${i} | ✅ |\n`),
  "one list": (n) => lines(n, (i) => `- [${i % 3 ? "x" : " "}] Bell ${i} of ${n} (${i % 5}h) **fast**`),
  "one paragraph": (n) => lines(n, (i) => `keeper ${i} of ${n} lit *wick* ${i} and **row ${i}** then`),
  nesting: (n) => lines(n, (i) => `${"  ".repeat(i % 10)}- step ${i} of ${n} done`),
  "short rows under a wide header": (n) =>
    lines(
      n,
      (i) => `${i === 0 ? `| Task | Status |${" c |".repeat(n)}\n${"|---".repeat(n + 2)}|\n` : ""}| ${i} of ${n} |`,
    ),
  "fields of items": (n) => lines(n, (i) => `**Lamp ${i} of ${n}** ✅\n\n- **Status**: Done\n- Effort: 3 hours\n`),
  suppressions: (n) =>
    lines(n, (i) => `<!-- blockers-disable-next-line count-mismatch -- no -->\nLine ${i} of ${n}.\n`),
  conflicts: (n) => lines(n, (i) => `<<<<<<< a\none ${i} ${n}\n=======\ntwo\n>>>>>>> b\n\n\`\`\`\ncode\n\`\`\`\n`),
  legends: (n) => lines(n, (i) => `Legend: ✅ = done, 🔴 = blocked\n\nText ${i} of ${n}.\n`),
  "generated tables": (n) =>
    lines(n, (i) => `<!-- blockers:begin t${i}-${n} -->\n\n| a |\n|---|\n| ${i} |\n\n<!-- blockers:end -->\n`),
};

/** What reading takes once there is a tree. */
function steps(text: string): number {
  const source = decode(Buffer.from(text), "STATUS.md");
  return stepsOf(() => parseReport(source)) - stepsOf(() => parseMarkdown(source.text));
}

it.each(Object.keys(SHAPES))("ten times the size takes at most eleven times the steps: %s", (name) => {
  const shape = SHAPES[name] as (size: number) => string;
  // What is made once, whatever the report, is not to be counted.
  steps(shape(60));
  expect(steps(shape(400)) / steps(shape(40))).toBeLessThan(11);
});
