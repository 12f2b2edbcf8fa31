import { describe, expect, it } from "vitest";
import { extractClaims } from "../../src/claims/extract-claims.js";
import type { Report } from "../../src/model/report.js";
import { parseReport } from "../../src/parse/parse-report.js";
import { decode } from "../../src/source/decode.js";
import { growthOf } from "../helpers/steps.js";

/**
 * Ten times the size may cost this many times the steps: ten, and what was remembered of the small one while it was read
 * but is forgotten of the large one. Where every line looks at all the others it costs 50 times and more.
 */
const MOST = 16;

function report(lines: readonly string[]): Report {
  return parseReport(
    decode(Buffer.from(`# State of the pier\n\nDate: 2025-03-01\n\n${lines.join("\n")}\n`), "STATUS.md"),
  );
}

const times = (n: number, line: (i: number) => string): string[] =>
  Array.from({ length: n }, (_, i) => line(n * 7 + i));
const id = (i: number): string => (0xabc1234 + i * 7919).toString(16);

const SHAPES: Readonly<Record<string, (n: number) => readonly string[]>> = {
  "a table": (n) => [
    "| # | Crane | Status | Progress | Hours | Commit | File |",
    "|---|---|---|---|---|---|---|",
    ...times(
      n,
      (i) =>
        `| ${i} | Boom ${i} | Done | ${i % 100}% | ${i % 9}h | \`${id(i)}\` | \`src/boom${i}.ts\` (${i % 300} lines) |`,
    ),
    `| **Total** | | | 50% | ${n}h | | |`,
  ],
  "a column and its total": (n) => [
    "| Crane | Hours |\n|---|---|",
    ...times(n, (i) => `| rope${i} | ${i % 9} |`),
    `| **Total** | ${n} |`,
  ],
  "short rows under a wide header": (n) => [
    `| Crane ${n} |${" Total | Rope |".repeat(n)}\n${"|---".repeat(2 * n + 1)}|`,
    ...times(n, (i) => `| ${i} | 7 |`),
  ],
  "a list": (n) => times(n, (i) => `- Boom ${i} took ${i % 17} hours and ${i % 90} lines in \`src/boom${i}.ts\``),
  "headings with shares": (n) =>
    times(n, (i) => `## Crane ${i}: ${i % 5} of 5 done (60%)\n\n- ✅ rope ${i}\n- ⏳ hook ${i}\n`),
  "sections with fields": (n) =>
    times(
      n,
      (i) =>
        `### Blocker #${i}: rope ${i}\n\n**Status**: RESOLVED\n\n**Effort**: ${i % 9} hours\n\n**Lines**: ${i % 300} lines\n`,
    ),
  "lists with totals": (n) =>
    times(n, (i) => `- Rope ${i}: ${i % 9} hours\n- Hook ${i}: 3 hours\n- **Total**: 7 hours\n\nBetween ${i}.\n`),
  "totals under one list": (n) => [
    "- Rope: 3 hours\n- Hook: 4 hours",
    ...times(n, (i) => `\nTotal session ${i}: 7 hours`),
  ],
  "fences with files": (n) =>
    times(n, (i) => `## Files ${i} (2 files)\n\n\`\`\`\nsrc/a${i}.ts\nsrc/b${i}.ts\n\`\`\`\n`),
  "one fence": (n) => ["## Files (20 files)\n\n```", ...times(n, (i) => `src/a${i}.ts`), "```"],
  "steps that name items": (n) => [
    ...times(n, (i) => `## Blocker #${i}: Implement rope${i} hook\n\n**Status**: Done\n`),
    "## Next steps\n",
    ...times(n, (i) => `- [ ] Implement rope${i} hook`),
  ],
  groups: (n) => times(n, (i) => `## Completed\n\n### Crane ${i}\n\n- ✅ **rope ${i}**: done\n`),
  commits: (n) => ["## Commits (20)\n", ...times(n, (i) => `- \`${id(i)}\` fix: rope ${i} (3 files, 40 lines)`)],
  "what is left": (n) => times(n, (i) => `- 4 of 9 loads of crane ${i} are done, 5 loads remaining`),
};

describe("what it takes to read the claims of a report grows as the report does", () => {
  it.each(Object.entries(SHAPES))("%s", (_, shape) => {
    const growth = growthOf(
      (n) => report(shape(n)),
      (read) => extractClaims(read),
      60,
    );
    expect(growth).toBeLessThan(MOST);
  });
});
