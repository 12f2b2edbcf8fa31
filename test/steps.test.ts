import { expect, it } from "vitest";
import { growthOf, stepsOf } from "./helpers/steps.js";

const numbers = (size: number): number[] => Array.from({ length: size }, (_, i) => i);

it("counts what patterns, searches and walks over arrays go through", () => {
  expect(stepsOf(() => /z/.test("a".repeat(1000)))).toBeGreaterThan(999);
  expect(stepsOf(() => "a".repeat(1000).replace(/b/g, ""))).toBeGreaterThan(999);
  expect(stepsOf(() => "a".repeat(1000).includes("b"))).toBeGreaterThan(999);
  expect(stepsOf(() => numbers(1000).filter((n) => n > 3))).toBeGreaterThan(999);
  expect(stepsOf(() => numbers(1000).indexOf(998))).toBeGreaterThan(998);
  expect(stepsOf(() => [...numbers(1000)])).toBeGreaterThan(999);
});

it("does not count what is not gone through", () => {
  const found = numbers(1000);
  const text = "a".repeat(1000);
  const little = (): void => {
    found.find((n) => n === 2);
    const [first] = found;
    expect([first, /^b/.test(text), text.indexOf("a"), text.slice(3).length]).toEqual([0, false, 0, 997]);
  };
  expect(stepsOf(little)).toBeLessThan(200);
});

it("tells growth in proportion from growth by the square", () => {
  const once = (list: number[]): number => list.filter((n) => n % 2 === 0).length;
  const each = (list: number[]): number => list.filter((n) => list.includes(-n)).length;
  expect(growthOf(numbers, once, 100)).toBeCloseTo(10, 0);
  expect(growthOf(numbers, each, 100)).toBeGreaterThan(50);
});

it("leaves everything as it was, also where the work fails", () => {
  const before = [RegExp.prototype.exec, Array.prototype.find, String.prototype.indexOf];
  expect(() =>
    stepsOf(() => {
      throw new Error("no");
    }),
  ).toThrow("no");
  expect([RegExp.prototype.exec, Array.prototype.find, String.prototype.indexOf]).toEqual(before);
});
