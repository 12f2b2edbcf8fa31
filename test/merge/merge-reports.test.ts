import { describe, expect, test } from "vitest";
import { weightsOf } from "../../src/config/measures.js";
import { mergeFile } from "../../src/git/merge-file.js";
import { checkReports } from "../../src/lint/check-reports.js";
import { type MergeOptions, mergeReports } from "../../src/merge/merge-reports.js";
import { rewriteTables } from "../../src/readiness/rewrite-tables.js";
import { planItems } from "../../src/readiness/table-plan.js";
import { readReport } from "../helpers/check-text.js";
import { makeFolder } from "../helpers/scenario.js";

const OPTIONS = { path: "STATUS.md", markerSize: 7, tables: new Map() };

const BASE = `# Pier Status

**Progress**: 25% (1 of 4 tasks done)

| Task         | Status | Hours    |
|--------------|--------|----------|
| #1: Pilings  | DONE   | 2h       |
| #2: Planks   | TODO   | 4h       |
| #3: Lamps    | TODO   | 1h       |
| #4: Railing  | TODO   | 3h       |
| **Total**    | 1 open | **10h**  |
`;

/** Replaces one text by another, which must be there. */
function edited(text: string, ...changes: readonly (readonly [string, string])[]): string {
  return changes.reduce((now, [from, to]) => {
    if (!now.includes(from)) throw new Error(`"${from}" is not there`);
    return now.replace(from, to);
  }, text);
}

async function merge(
  base: string,
  ours: string,
  theirs: string,
  team: Pick<MergeOptions, "weights" | "tolerances"> = {},
): Promise<{ text: string; conflicts: boolean }> {
  const cwd = await makeFolder();
  const sides = { base: Buffer.from(base), ours: Buffer.from(ours), theirs: Buffer.from(theirs) };
  const { content, conflicts } = await mergeReports(sides, { ...OPTIONS, ...team }, (some, favour) =>
    mergeFile(some, { cwd, favour }),
  );
  return { text: Buffer.from(content).toString("utf8"), conflicts };
}

const PLANKS = [
  ["25% (1 of 4", "50% (2 of 4"],
  ["Planks   | TODO", "Planks   | DONE"],
] as const;
const RAILING = [
  ["25% (1 of 4", "50% (2 of 4"],
  ["Railing  | TODO", "Railing  | DONE"],
] as const;

describe("mergeReports", () => {
  test("recomputes what both sides counted on their own", async () => {
    const merged = await merge(BASE, edited(BASE, ...PLANKS), edited(BASE, ...RAILING));
    expect(merged).toEqual({
      conflicts: false,
      text: edited(BASE, ["25% (1 of 4", "75% (3 of 4"], PLANKS[1], RAILING[1]),
    });
  });

  test("recomputes by the weights of a team", async () => {
    const base = `# Building

| Phase          | Progress |
|----------------|----------|
| Phase 1: Walls | 80%      |
| Phase 2: Doors | 60%      |
| Phase 3: Roof  | 40%      |
| **Overall**    | **65%**  |
`;
    const ours = edited(base, ["80%", "100%"], ["65%", "75%"]);
    const theirs = edited(base, ["40%", "60%"], ["65%", "70%"]);
    const weights = weightsOf({ "Phase 1": 2 });
    expect(await merge(base, ours, theirs, { weights })).toEqual({
      conflicts: false,
      text: edited(base, ["40%", "60%"], ["80%", "100%"], ["65%", "80%"]),
    });
  });

  test("recomputes a total that both sides changed, in its aligned cell", async () => {
    const ours = edited(BASE, ["| 4h       |", "| 44h      |"], ["| **10h**  |", "| **50h**  |"]);
    const theirs = edited(BASE, ["| 3h       |", "| 200h     |"], ["| **10h**  |", "| **207h** |"]);
    expect(await merge(BASE, ours, theirs)).toEqual({
      conflicts: false,
      text: edited(
        BASE,
        ["| 4h       |", "| 44h      |"],
        ["| 3h       |", "| 200h     |"],
        ["| **10h**  |", "| **247h** |"],
      ),
    });
  });

  test.each([
    ["\r\n", "carriage returns"],
    ["\n", "a byte order mark", "\ufeff"],
  ])("keeps %j (%s)", async (eol, _, start = "") => {
    const written = (text: string): string => start + text.replaceAll("\n", eol);
    const merged = await merge(written(BASE), written(edited(BASE, ...PLANKS)), written(edited(BASE, ...RAILING)));
    expect(merged.conflicts).toBe(false);
    expect(merged.text).toBe(written(edited(BASE, ["25% (1 of 4", "75% (3 of 4"], PLANKS[1], RAILING[1])));
  });

  test("takes over what only one side changed", async () => {
    const theirs = edited(BASE, ...RAILING);
    expect(await merge(BASE, BASE, theirs)).toEqual({ conflicts: false, text: theirs });
    expect(await merge(BASE, theirs, BASE)).toEqual({ conflicts: false, text: theirs });
  });

  test("has conflicts elsewhere as git writes them, and none in what is computed", async () => {
    const ours = edited(BASE, ["# Pier Status", "# Pier of the North"], ...PLANKS);
    const theirs = edited(BASE, ["# Pier Status", "# Pier of the South"], ...RAILING);
    const rest = edited(BASE, ["# Pier Status\n", ""], ["25% (1 of 4", "75% (3 of 4"], PLANKS[1], RAILING[1]);
    expect(await merge(BASE, ours, theirs)).toEqual({
      conflicts: true,
      text: `<<<<<<< ours\n# Pier of the North\n=======\n# Pier of the South\n>>>>>>> theirs\n${rest}`,
    });
  });

  test("leaves all to git where what is computed depends on a conflict", async () => {
    const ours = edited(BASE, ["| 4h       |", "| 44h      |"], ["| **10h**  |", "| **50h**  |"]);
    const theirs = edited(BASE, ["| 4h       |", "| 400h     |"], ["| **10h**  |", "| **406h** |"]);
    const cwd = await makeFolder();
    const sides = { base: Buffer.from(BASE), ours: Buffer.from(ours), theirs: Buffer.from(theirs) };
    const { content } = await mergeFile(sides, { cwd });
    expect(await merge(BASE, ours, theirs)).toEqual({ conflicts: true, text: Buffer.from(content).toString("utf8") });
  });

  test("does not decide what it cannot compute", async () => {
    const base = "# Notes\n\n1 of 2 done\n\nBudget: 40\n";
    const ours = edited(base, ["Budget: 40", "Budget: 50"]);
    const theirs = edited(base, ["Budget: 40", "Budget: 60"]);
    expect((await merge(base, ours, theirs)).conflicts).toBe(true);
  });

  test("does not touch numbers that were wrong before and that nobody changed", async () => {
    const base = `${BASE}\n**Remaining**: 8 hours remaining\n\nStatus: 60% complete (2 of 3 checks)\n`;
    const merged = await merge(base, edited(base, ...PLANKS), base);
    expect(merged.text).toBe(edited(base, ...PLANKS));
  });

  describe("computes a figure in the way in which it held", () => {
    /** A checklist of so many boxes; those named are ticked. */
    const boxes = (count: number, ...ticked: readonly number[]): string =>
      Array.from({ length: count }, (_, i) => `- [${ticked.includes(i) ? "x" : " "}] Gate ${i}\n`).join("");

    test.each([
      ["a share in the head, over a section", "Progress: {n}/7 ({p}%)\n\n## Gates\n\n"],
      ["the heading of the list", "## Gates ({n}/7)\n\n"],
      ["a share with what is counted", "**{n} of 7 gates done**\n\n## Gates\n\n"],
    ])("%s", async (_, head) => {
      const report = (...ticked: readonly number[]): string =>
        `# Locks\n\n${head.replace("{n}", String(ticked.length)).replace("{p}", String(Math.round((100 * ticked.length) / 7)))}${boxes(7, ...ticked)}`;
      // Two that are open would make 2/7 hold again, in another way.
      const merged = await merge(report(2), report(0, 2), report(2, 4, 5, 6));
      expect(merged).toEqual({ conflicts: false, text: report(0, 2, 4, 5, 6) });
      // Both sides count three, and git alone would keep that.
      expect(await merge(report(2), report(0, 2), report(2, 6))).toEqual({ conflicts: false, text: report(0, 2, 6) });
    });

    test("of its own list, beside another of the same length", async () => {
      const report = (...ticked: readonly number[]): string =>
        `# Locks\n\n## Upper\n\n${ticked.length} of 5 gates done\n\n${boxes(5, ...ticked)}\n## Lower\n\n4 of 5 gates done\n\n${boxes(5, 0, 1, 2, 3)}`;
      const merged = await merge(report(2), report(0, 2), report(2, 4));
      expect(merged).toEqual({ conflicts: false, text: report(0, 2, 4) });
    });
  });

  test("does not lose what one side wrote beside a number", async () => {
    const ours = edited(BASE, ...PLANKS);
    const theirs = edited(BASE, ["tasks done)", "tasks done, see the board)"]);
    expect((await merge(BASE, ours, theirs)).conflicts).toBe(true);
  });

  test("does not lose the number that one side wrote where the other side's does not hold", async () => {
    // Ours ticks, and forgets to count.
    const ours = edited(BASE, PLANKS[1]);
    const theirs = edited(BASE, ["25% (1 of 4", "50% (2 of 4"], ["Railing  | TODO", "Railing  | DONE"]);
    const merged = await merge(BASE, ours, theirs);
    expect(merged.text).toBe(edited(theirs, PLANKS[1]));
  });

  test("takes over a byte order mark from the side that added it", async () => {
    const theirs = `\ufeff${edited(BASE, ...RAILING)}`;
    expect((await merge(BASE, edited(BASE, ...PLANKS), theirs)).text).toBe(
      `\ufeff${edited(BASE, ["25% (1 of 4", "75% (3 of 4"], PLANKS[1], RAILING[1])}`,
    );
  });

  test("makes a table anew that stands in the report", async () => {
    const start = `${BASE}\n<!-- blockers:begin items -->\n<!-- blockers:end -->\n\nThe end.\n`;
    const made = async (text: string): Promise<string> => {
      const report = readReport(text);
      const [checked] = await checkReports([report]);
      if (!checked) throw new Error("nothing was checked");
      return Buffer.from(rewriteTables(report, [planItems("items", checked, {})])).toString("utf8");
    };
    const [base, ours, theirs] = await Promise.all(
      [start, edited(start, ...PLANKS), edited(start, ...RAILING)].map(made),
    );
    const both = await made(edited(start, ["25% (1 of 4", "75% (3 of 4"], PLANKS[1], RAILING[1]));
    expect(both).toContain("3 of 4 done (75%)");
    expect(await merge(base ?? "", ours ?? "", theirs ?? "")).toEqual({ conflicts: false, text: both });
  });

  test("merges what is no text as git does, or says that it cannot", async () => {
    const cwd = await makeFolder();
    const bytes = (text: string): Uint8Array => Buffer.from(text, "latin1");
    const sides = {
      base: bytes("a\nb\nc\nd\n\xe9\n"),
      ours: bytes("A\nb\nc\nd\n\xe9\n"),
      theirs: bytes("a\nb\nc\nd\n\xe8\n"),
    };
    const merged = await mergeReports(sides, OPTIONS, (some, favour) => mergeFile(some, { cwd, favour }));
    expect(merged).toEqual({ content: Buffer.from("A\nb\nc\nd\n\xe8\n", "latin1"), conflicts: false });
  });
});
