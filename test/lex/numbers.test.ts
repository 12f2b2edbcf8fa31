import { describe, expect, test } from "vitest";
import { figures, foldDigits, fractions } from "../../src/lex/numbers.js";

describe("I8: figures", () => {
  const exact = { bound: "exact", approximate: false, sign: "" };

  test.each([
    ["332 lines", { ...exact, low: 332, high: 332, unit: "lines", raw: "332" }],
    ["1,017 lines", { ...exact, low: 1017, high: 1017, raw: "1,017" }],
    ["12\u00a0500 rows", { low: 12_500, unit: "rows" }],
    ["2.5 days", { low: 2.5, decimals: 1, unit: "days" }],
    ["8-12h", { ...exact, low: 8, high: 12, unit: "h", raw: "8-12" }],
    ["8 – 12 hours", { low: 8, high: 12, unit: "hours" }],
    ["8 to 12 hours", { low: 8, high: 12 }],
    ["~55 lines", { low: 55, approximate: true, bound: "exact", raw: "~55" }],
    ["about 40", { low: 40, approximate: true, raw: "about 40" }],
    ["rund 40", { low: 40, approximate: true }],
    ["2,200+ lines", { low: 2200, bound: "at-least", unit: "lines", raw: "2,200+" }],
    ["over 40 files", { low: 40, bound: "at-least", unit: "files" }],
    ["≥ 3", { low: 3, bound: "at-least" }],
    ["< 1 day", { low: 1, bound: "at-most", unit: "day" }],
    ["up to 5", { low: 5, bound: "at-most" }],
    ["+28 lines", { low: 28, sign: "+", raw: "+28" }],
    ["−12 lines", { low: 12, sign: "-" }],
    ["80 %", { low: 80, unit: "%" }],
    ["99.5%", { low: 99.5, decimals: 1, unit: "%" }],
    ["1.2k lines", { low: 1200, approximate: true }],
    ["１２ files", { low: 12, unit: "files", raw: "１２" }],
    ["٤٥ files", { low: 45 }],
    ["(12)", { low: 12, unit: "" }],
  ] as const)("reads %j", (text, quantity) => {
    expect(figures(text)).toHaveLength(1);
    expect(figures(text)[0]?.quantity).toMatchObject(quantity);
  });

  test.each([
    "v2.1",
    "1.2.3",
    "3.x",
    "Node 20",
    "port 8080",
    "HTTP 404",
    "2025-11-02",
    "12/01/2025",
    "January 5, 2025",
    "5 Jan 2025",
    "Jan 5-7",
    "10:30",
    "Q3",
    "3rd",
    "#12",
    "P0.15",
    "SHA-256",
    "UTF-8",
    "phase 2",
    "step 3",
    "line 91",
    "24/7",
    "3:2",
    "x2",
    "4f1a9c2",
    "https://example.org/12?page=3",
    "4 of 5",
    "4/5",
  ])("reads no figure in %j", (text) => {
    expect(figures(text)).toEqual([]);
  });

  test("knows where a figure, its modifier and its unit stand", () => {
    const text = "adds about 1,017 lines here";
    const [figure] = figures(text);
    expect(text.slice(figure?.start, figure?.end)).toBe("about 1,017");
    expect(text.slice(figure?.start, figure?.unitEnd)).toBe("about 1,017 lines");
  });

  test("tells a figure that a hyphen joins to its noun", () => {
    expect(figures("a 430-line file")[0]).toMatchObject({ joined: true, quantity: { low: 430, unit: "line" } });
    expect(figures("a 430 line file")[0]?.joined).toBe(false);
  });

  test("reads several, in order", () => {
    expect(figures("12 new, 3 changed and 80%").map((one) => [one.quantity.low, one.percent])).toEqual([
      [12, false],
      [3, false],
      [80, true],
    ]);
  });
});

describe("I8: fractions", () => {
  test.each([
    ["4 of 5", 4, 5],
    ["4/5", 4, 5],
    ["4 / 5", 4, 5],
    ["4 out of 5", 4, 5],
    ["4 of the 5 blockers", 4, 5],
    ["4 of all 5", 4, 5],
    ["1,200 of 1,300", 1200, 1300],
    ["2 von 3", 2, 3],
    ["2 из 4", 2, 4],
    ["４/５", 4, 5],
    ["done: 9/15.", 9, 15],
  ])("reads %j", (text, part, whole) => {
    expect(fractions(text).map((one) => [one.part, one.whole])).toEqual([[part, whole]]);
  });

  test.each(["24/7", "4/5/6", "src/4/5", "3/0", "v1/2", "a4/5", "12/01/2025", "1.4/5.2"])(
    "reads no share in %j",
    (text) => {
      expect(fractions(text)).toEqual([]);
    },
  );

  test("reads several and where they stand", () => {
    const text = "1/2 and then 3 of 4";
    expect(fractions(text).map((one) => text.slice(one.start, one.end))).toEqual(["1/2", "3 of 4"]);
  });
});

test("I8: folded digits keep every offset", () => {
  const text = "完成 １２／３４ ５０％ ۴۵ ४५";
  expect(foldDigits(text)).toHaveLength(text.length);
  expect(foldDigits(text)).toContain("12/34 50% 45 45");
});
