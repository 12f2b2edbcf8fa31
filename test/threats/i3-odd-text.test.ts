import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { corpusOf } from "../fuzz/corpus.js";
import { caseOf, fuzz } from "../fuzz/fuzz.js";
import { objectionTo } from "../fuzz/objections.js";
import { reduce } from "../fuzz/reduce.js";

const FIXTURES = fileURLToPath(new URL("../../fixtures/", import.meta.url));
const corpus = corpusOf(FIXTURES);
const THOROUGH = process.env.BLOCKERS_THOROUGH === "1";

describe("I3: texts that were once objected to", () => {
  it.each(readdirSync(`${FIXTURES}fuzz`))("%s", async (name) => {
    expect(await objectionTo(readFileSync(`${FIXTURES}fuzz/${name}`))).toBeUndefined();
  });
});

describe("I3: reports that were mutated", () => {
  // The time limit is that of the test: a machine that runs other tests meanwhile proves nothing about one case.
  it("raise no error, and get no place outside of the text and no fix that is not the last word", async () => {
    const cases = THOROUGH ? 50_000 : 150;
    const failures = await fuzz({ corpus, seed: 1, from: 0, cases, longest: 60_000 });
    expect(failures.map(({ case: number, objection, bytes }) => [number, objection, bytes.toString()])).toEqual([]);
  }, 3_600_000);

  it("are the same for the same seed and number, and differ otherwise", () => {
    const [one, again, other, seeded] = [
      caseOf(corpus, 3, 7),
      caseOf(corpus, 3, 7),
      caseOf(corpus, 3, 8),
      caseOf(corpus, 4, 7),
    ];
    expect(again.equals(one)).toBe(true);
    expect(other.equals(one) || seeded.equals(one)).toBe(false);
  });

  it("are made as small as they fail", async () => {
    const text = `# Title\n\n${"Some words.\n".repeat(40)}the culprit stands 🚧 here\n${"More.\n".repeat(40)}`;
    const fails = async (bytes: Buffer): Promise<boolean> => bytes.toString().includes("🚧");
    expect((await reduce(Buffer.from(text), fails)).toString()).toBe("🚧");
    const broken = Buffer.concat([Buffer.from(text), Buffer.from([0xff]), Buffer.from(text)]);
    expect([...(await reduce(broken, async (bytes) => bytes.includes(0xff)))]).toEqual([0xff]);
  });
});

/** Figures, shares, dates and statuses as people write them, and as nobody does. */
const figure = fc.oneof(
  fc.nat(1_000_000).map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.tuple(fc.nat(999), fc.nat(999)).map(([a, b]) => `${a},${String(b).padStart(3, "0")}`),
  fc
    .tuple(fc.nat(20), fc.nat(20), fc.constantFrom(" of ", "/", " out of ", " von ", "–", " → ", "-", " + "))
    .map(([a, b, joint]) => `${a}${joint}${b}`),
  fc
    .tuple(fc.constantFrom("~", "+", "−", ">", "≥ ", "about ", "%", "#", "$"), fc.nat(2000))
    .map(([sign, n]) => `${sign}${n}`),
  fc.constantFrom(
    "１２",
    "٣",
    "½",
    "1e400",
    "NaN",
    "9007199254740993",
    "2025-02-30",
    "Monday, 5 January 2026",
    "10:30",
    "0/0",
    "1cddd54f7",
  ),
);
const unit = fc.constantFrom(
  "%",
  " %",
  "h",
  " hours",
  " days",
  " lines",
  " files",
  " commits",
  " blockers",
  " of 5",
  " done",
  " remaining",
  "k",
  "",
);
const label = fc.constantFrom(
  "**Status**: ",
  "Progress: ",
  "Total: ",
  "Remaining: ",
  "- [x] ",
  "- ",
  "1. ",
  "| Total | ",
  "## Phase 2 (",
  "Created (",
  "> ",
  "",
);
const word = fc.constantFrom(
  "done",
  "TODO",
  "✅",
  "🟡",
  "blocked",
  "(",
  ")",
  "|",
  "src/a.ts",
  "`src/b.py:12`",
  "Blocker 2",
  "#4",
  "and",
  ",",
  "of which",
  "erledigt",
  "完成",
  "\n\n",
);
const line = fc
  .tuple(
    label,
    fc.array(
      fc.oneof(
        fc.tuple(figure, unit).map(([a, b]) => a + b),
        word,
      ),
      { maxLength: 7 },
    ),
  )
  .map(([start, rest]) => start + rest.join(" "));
const table = fc
  .array(fc.array(fc.oneof(figure, word), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 })
  .map((rows) =>
    ["| Task | Status | Hours |", "|---|---|---|", ...rows.map((cells) => `| ${cells.join(" | ")} |`)].join("\n"),
  );

describe("I3: claims in every wording", () => {
  it("raise no error, and get no place outside of the text and no fix that is not the last word", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof({ arbitrary: line, weight: 5 }, table), { maxLength: 8 }), async (parts) => {
        expect(await objectionTo(Buffer.from(parts.join("\n")))).toBeUndefined();
      }),
      { numRuns: THOROUGH ? 100_000 : 200 },
    );
  }, 3_600_000);
});
