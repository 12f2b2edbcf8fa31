import { beforeAll, describe, expect, test } from "vitest";
import { tolerancesOf, weightsOf } from "../../src/config/measures.js";
import type { CheckOptions } from "../../src/lint/check-reports.js";
import { checkText } from "../helpers/check-text.js";
import { makeRepository, type TestRepository } from "../helpers/scenario.js";

type Options = CheckOptions & { readonly repository?: TestRepository };

/** What does not match: the rule, what is stated, what was computed. */
async function found(text: string, options: Options = {}): Promise<string[]> {
  const { result } = await checkText(text, options);
  return result.diagnostics.map(({ rule, stated, computed }) => `${rule}: ${stated}, not ${computed}`);
}

const PHASES = (overall: string): string => `# Building

| Phase | Progress |
|-------|----------|
| Phase 1: Walls | 80% |
| Phase 2: Roof | 40% |
| Garden | 0% |
| **Overall** | **${overall}** |
`;

describe("weights make an overall percentage", () => {
  const weights = weightsOf({ "Phase 1": 6, roof: 3 });

  test("in the place of the plain mean, which still is accepted", async () => {
    expect(await found(PHASES("60%"), { weights })).toEqual([]);
    expect(await found(PHASES("40%"), { weights })).toEqual([]);
    expect(await found(PHASES("60%"))).toEqual(["total-mismatch: 60%, not 40%"]);
    expect(await found(PHASES("55%"), { weights })).toEqual(["total-mismatch: 55%, not 60%"]);
  });

  test("and say how", async () => {
    const { result } = await checkText(PHASES("55%"), { weights });
    expect(result.diagnostics[0]).toMatchObject({
      derivation: "mean by the configured weights: (6 x 80% + 3 x 40% + 1 x 0%) / 10 = 60%",
      fix: { title: 'write "60" for "55"', safety: "safe" },
    });
  });

  test("not where no item of the table has one", async () => {
    expect(await found(PHASES("60%"), { weights: weightsOf({ "Phase 3": 5 }) })).toEqual([
      "total-mismatch: 60%, not 40%",
    ]);
  });

  test("in readiness, where the report states nothing", async () => {
    const text = "# Building\n\n| Part | Status |\n|---|---|\n| Walls | ✅ Done |\n| Roof | ⏳ Todo |\n";
    const computed = async (options: Options) => (await checkText(text, options)).readiness.computed;
    expect(await computed({ weights: weightsOf({ Walls: 9 }) })).toBe("90% by weight (1 of 2 done)");
    expect(await computed({ weights: weightsOf({ Walls: 0, Roof: 0 }) })).toBe("50% (1 of 2 done)");
    expect(await computed({ weights: weightsOf({ Cellar: 9 }) })).toBe("50% (1 of 2 done)");
  });
});

describe("tolerances widen what is accepted", () => {
  test("of percentages beside their share and over rows", async () => {
    const text = "# Building\n\nDone: 5 of 7 (74%)\n";
    expect(await found(text)).toEqual(["percentage-mismatch: 74%, not 71%"]);
    expect(await found(text, { tolerances: tolerancesOf({ percent: 2 }) })).toEqual([
      "percentage-mismatch: 74%, not 71%",
    ]);
    expect(await found(text, { tolerances: tolerancesOf({ percent: 3 }) })).toEqual([]);
    expect(await found(PHASES("42%"))).toHaveLength(1);
    expect(await found(PHASES("42%"), { tolerances: tolerancesOf({ percent: 2 }) })).toEqual([]);
  });

  test("of figures with ~", async () => {
    const text =
      "# Building\n\n| Part | Hours |\n|---|---|\n| Walls | 50h |\n| Roof | 50h |\n| **Total** | **~115h** |\n";
    expect(await found(text)).toHaveLength(1);
    expect(await found(text, { tolerances: tolerancesOf({ about: "15%" }) })).toEqual([]);
  });
});

describe("tolerances of lines", () => {
  let repository: TestRepository;
  beforeAll(async () => {
    repository = await makeRepository({
      commits: [
        {
          name: "one",
          date: "2026-03-02T10:00:00Z",
          message: "Walls",
          files: { "src/walls.ts": { lines: 100 }, "STATUS.md": "# Building\n" },
        },
      ],
    });
  });
  const stated = (lines: string): string => `# Building\n\n- \`src/walls.ts\` (${lines} lines)\n`;

  test.each([
    ["101", {}, true],
    ["104", {}, false],
    ["104", { lines: "5%" }, true],
    ["106", { lines: "5%" }, false],
    ["104", { exactLines: 4 }, true],
    ["105", { exactLines: 4 }, false],
    ["101", { exactLines: 0 }, false],
    ["100", { exactLines: 0 }, true],
    ["~115", {}, false],
    ["~115", { about: "20%" }, true],
    ["~108", { about: "5%" }, false],
  ] as const)("%s lines of 100, with %j", async (lines, tolerances, accepted) => {
    const diagnostics = await found(stated(lines), { repository, tolerances: tolerancesOf(tolerances) });
    expect(diagnostics).toHaveLength(accepted ? 0 : 1);
  });
});
