import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { agrees, judge, type Reading, show } from "../../src/evidence/judge.js";
import { figures } from "../../src/lex/numbers.js";
import type { Quantity } from "../../src/model/quantity.js";
import { USUAL_TOLERANCES } from "../../src/model/tolerances.js";

const { counts: COUNTS, lines: LINES } = USUAL_TOLERANCES;

function quantity(text: string): Quantity {
  const [figure] = figures(text);
  if (!figure) throw new Error(`no figure in "${text}"`);
  return figure.quantity;
}

function reading(low: number, over: Partial<Reading> = {}): Reading {
  return { low, high: low, by: { how: `computed ${low}`, from: [] }, ...over };
}

// stated, tolerance, computed values that are fair, and those that are not
describe("a stated figure agrees", () => {
  test.each([
    ["12 files", COUNTS, [12], [11, 13, 0]],
    ["12 lines", LINES, [11, 12, 13], [10, 14]],
    ["~100 lines", LINES, [90, 100, 110], [88, 115]],
    ["~4000 lines", LINES, [3610, 4400], [3500, 4500]],
    ["about 50 files", COUNTS, [46, 50, 55], [40, 60]],
    ["200+ lines", LINES, [181, 200, 5000], [178]],
    ["over 40 files", COUNTS, [40, 41, 100], [30]],
    ["up to 5 files", COUNTS, [0, 5], [6]],
    ["< 10 lines", LINES, [3, 11], [12]],
    ["1.2k lines", LINES, [1150, 1200, 1300], [1000, 1400]],
    ["2.5 days", COUNTS, [2.5, 2.46, 2.54], [2.4, 2.6, 2]],
  ] as const)("%s", (text, tolerance, fair, unfair) => {
    expect(fair.filter((value) => !agrees(quantity(text), value, value, tolerance))).toEqual([]);
    expect(unfair.filter((value) => agrees(quantity(text), value, value, tolerance))).toEqual([]);
  });

  test.each([
    ["8-12 hours", 8, 12, true],
    ["8-12 hours", 8, 11, false],
    ["8-12 hours", 10, 10, true],
    ["8-12 hours", 13, 13, false],
    ["10 hours", 8, 12, true],
    ["7 hours", 8, 12, false],
    ["~7.5 hours", 8, 12, true],
    ["7-12 hours", 8, 12, false],
  ])("%s with %i to %i: %s", (text, low, high, expected) => {
    expect(agrees(quantity(text), low, high, COUNTS)).toBe(expected);
  });
});

describe("the verdict", () => {
  const options = { tolerance: COUNTS, unit: " files" };

  test("is settled by any reading that agrees", () => {
    const verdict = judge(quantity("5"), [reading(9), reading(5), reading(4)], options);
    expect(verdict).toMatchObject({ kind: "consistent", by: { how: "computed 5" } });
  });

  test("convicts by the closest reading when none agrees", () => {
    const verdict = judge(quantity("5"), [reading(9), reading(4), reading(1200)], options);
    expect(verdict).toMatchObject({ kind: "contradicted", stated: "5", computed: "4 files" });
  });

  // Low and high are both off by one, so that the deviation of a single number comes out twice as large.
  test("says by what share of the computed value the stated one is off", () => {
    expect(judge(quantity("5"), [reading(4)], options)).toMatchObject({ deviation: 0.25 });
  });

  test("shows a range as a range", () => {
    const verdict = judge(quantity("5"), [reading(1000, { high: 1200 })], options);
    expect(verdict).toMatchObject({ computed: "1,000-1,200 files" });
  });

  test("does not convict by lenient readings, but lets them agree", () => {
    expect(
      judge(quantity("5"), [reading(9, { lenient: true })], { ...options, otherwise: "ambiguous-scope" }),
    ).toMatchObject({
      kind: "cannot-tell",
      reason: "ambiguous-scope",
    });
    expect(judge(quantity("5"), [reading(9), reading(5, { lenient: true })], options).kind).toBe("consistent");
    expect(judge(quantity("5"), [reading(9), reading(6, { lenient: true })], options)).toMatchObject({
      computed: "9 files",
    });
  });

  test("allows more, not less, where a part is open", () => {
    expect(judge(quantity("5"), [reading(3, { open: true })], options)).toMatchObject({ reason: "incomplete-parts" });
    expect(judge(quantity("2"), [reading(3, { open: true })], options).kind).toBe("contradicted");
  });

  test("cannot tell without readings", () => {
    expect(judge(quantity("5"), [], options)).toMatchObject({ kind: "cannot-tell", reason: "no-subject" });
  });

  test("has no deviation from nothing", () => {
    expect(judge(quantity("5"), [reading(0)], options)).toMatchObject({ computed: "0 files", deviation: undefined });
  });
});

test.each([
  [1017, "1,017"],
  [62.5, "62.5"],
  [66.6667, "66.7"],
  [40, "40"],
])("%d is shown as %s", (value, text) => {
  expect(show(value)).toBe(text);
});

test("numbers are shown as the locale has them", () => {
  const value = fc.oneof(
    fc.double(),
    fc.integer(),
    fc.tuple(fc.integer(), fc.constantFrom(2, 3, 4, 8, 10, 100, 1000)).map(([part, whole]) => part / whole),
  );
  fc.assert(
    fc.property(value, fc.integer({ min: 0, max: 6 }), (number, decimals) => {
      expect(show(number, decimals)).toBe(number.toLocaleString("en-US", { maximumFractionDigits: decimals }));
    }),
    { numRuns: 5000 },
  );
});
