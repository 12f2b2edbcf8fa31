import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode, encode } from "../../src/source/decode.js";
import { fixText } from "../helpers/fix-text.js";

/** Titles from all planes: letters, marks, emoji with joiners, what markdown escapes. */
const title = fc
  .array(fc.constantFrom("Pier", "Größe", "图表", "𝒜𝓁𝓅𝒽𝒶", "👩‍🚀", "e\u0301", "\\|", "`x`", "_y_", "🇳🇴"), {
    minLength: 1,
    maxLength: 4,
  })
  .map((words) => words.join(" "));

const task = fc.record({ title, hours: fc.integer({ min: 1, max: 4_000 }), done: fc.boolean() });

/** What turns plain text into the file that an editor, or two of them, would have saved. */
const variants: Readonly<Record<string, (text: string) => string>> = {
  "line feeds": (text) => text,
  "carriage returns": (text) => text.replaceAll("\n", "\r\n"),
  "lone carriage returns": (text) => text.replaceAll("\n", "\r"),
  "mixed line ends": (text) => {
    let line = 0;
    return text.replaceAll("\n", () => (line++ % 3 === 0 ? "\r\n" : "\n"));
  },
  "no final line end": (text) => text.trimEnd(),
  "a byte order mark": (text) => `\u{feff}${text}`,
  "trailing blanks and tabs": (text) => text.replaceAll("\n\n", "  \n\t\n"),
};

interface Sample {
  readonly tasks: readonly { readonly title: string; readonly hours: number; readonly done: boolean }[];
  readonly offBy: number;
  readonly share: number;
}

/** A report with a total, a share and a percentage, right or wrong. */
function render({ tasks, offBy, share }: Sample, right: boolean): string {
  const sum = tasks.reduce((n, { hours }) => n + hours, 0);
  const done = tasks.filter((t) => t.done).length;
  const part = right ? done : share;
  const rows = tasks.map(
    ({ title, hours, done }, i) => `| #${i + 1}: ${title} | ${done ? "DONE" : "TODO"} | ${hours}h |`,
  );
  return [
    "# Harbour Status 🛟",
    "",
    `**Tasks**: ${part} of ${tasks.length} tasks done`,
    "",
    "| Task | Status | Hours |",
    "|---|---|---|",
    ...rows,
    `| **Total** | | **${right ? sum : sum + offBy}h** |`,
    "",
    "𝒯he end of it.",
    "",
  ].join("\n");
}

const sample: fc.Arbitrary<Sample> = fc
  .record({
    tasks: fc.array(task, { minLength: 3, maxLength: 7 }),
    offBy: fc.integer({ min: 1, max: 900 }),
    share: fc.nat(7),
  })
  .filter(({ tasks, share, offBy }) => {
    const done = tasks.filter((t) => t.done).length;
    const sum = tasks.reduce((n, { hours }) => n + hours, 0);
    const open = tasks.filter((t) => !t.done).reduce((n, { hours }) => n + hours, 0);
    // Neither the share nor the total may happen to be right in another way.
    return share <= tasks.length && share !== done && sum + offBy !== open && sum + offBy !== sum - open;
  });

describe.each(Object.entries(variants))("F2: with %s", (_, vary) => {
  test("changes the numbers that are wrong, and not a byte more; a second time nothing", async () => {
    await fc.assert(
      fc.asyncProperty(sample, async (drawn) => {
        const wrong = Buffer.from(vary(render(drawn, false)));
        const right = Buffer.from(vary(render(drawn, true)));
        const { text, before, fixed } = await fixText(wrong);
        const written = Buffer.from(encode(text, before.report.source.bom));
        expect(fixed.length).toBe(2);
        expect(written.toString("hex")).toBe(right.toString("hex"));
        expect((await fixText(written)).fixed).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  test("leaves what is right as it is", async () => {
    await fc.assert(
      fc.asyncProperty(sample, async (drawn) => {
        const right = Buffer.from(vary(render(drawn, true)));
        const { text, fixed } = await fixText(right);
        expect(fixed).toEqual([]);
        expect(text).toBe(decode(right, "STATUS.md").raw);
      }),
      { numRuns: 10 },
    );
  });
});
