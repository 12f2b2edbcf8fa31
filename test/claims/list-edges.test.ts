import { describe, expect, test } from "vitest";
import { checkText } from "../helpers/check-text.js";
import { tableOf, testEach } from "../helpers/test-each.js";

const mismatch = (stated: string, computed: string): string[] => [`3 list-count-mismatch: ${stated} -> ${computed}`];

/** A line that announces so many boats, and what stands below it. */
const boats = (n: number, ...below: readonly string[]): string[] => [`The pier has ${n} boats:`, "", ...below];

describe("a wrong count of entries", () => {
  test.each([
    [["- Anna", "- Berta", "- Carla"], undefined],
    [["- [x] Anna", "- [x] Berta", "- [x] Carla"], 'write "3" for "4"'],
    [["- Anna", "- Berta", "- Carla (unchanged)"], undefined],
    [["- ✅ Anna", "- ✅ Berta", "- Carla"], undefined],
    [["- Anna", "- Berta", "- ⏳ Carla"], undefined],
  ])("of %j is put right where all of them are done", async (entries, title) => {
    const { result } = await checkText(["# Pier Works", "", ...boats(4, ...entries), ""].join("\n"));
    expect(result.diagnostics.map(({ rule, fix }) => [rule, fix?.title])).toEqual([["list-count-mismatch", title]]);
  });
});

describe("shares above a list", () => {
  const tasks = (share: string, ...entries: readonly string[]): string[] => [`### Tasks (${share})`, "", ...entries];
  testEach([
    ["are told by its marks", tasks("2/3", "- [x] Anna", "- ✅ Berta", "- [x] Carla"), mismatch("2/3", "3"), 0],
    [
      "are told by its boxes and marks",
      tasks("3/4", "- [x] Anna", "- ✅ Berta", "- [ ] Carla", "- ⏳ Dora"),
      mismatch("3/4", "2"),
      0,
    ],
    ["are not told where one has none", tasks("2/3", "- ✅ Anna", "- ⏳ Berta", "- Carla"), [], 2],
  ]);
});

describe("notes at the end of a list", () => {
  const NOTED = ["- Anna", "- Berta", "- Colours: red, blue"];
  testEach([
    ["are no entries", boats(2, ...NOTED), [], 1],
    ["may be entries", boats(3, ...NOTED), [], 1],
    ["are as many as the entries", boats(2, ...NOTED, "- Sails: white"), [], 0],
    ["stand beside one entry alone", boats(1, "- Anna", NOTED[2] ?? ""), mismatch("1", "2"), 0],
    ["come after one above the entries", boats(4, "- Hull: oak", ...NOTED, "- Sails: white"), mismatch("4", "5"), 0],
  ]);
});

describe("entries that stand for several things", () => {
  testEach([
    ["by a range of numbers", boats(4, "- #1-#3", "- #4"), [], 1],
    ["by a range of keys", boats(4, "- B-1-B-3", "- B-4"), [], 1],
    ["by no range, with two prefixes", boats(4, "- B-1-C-3", "- B-4"), [], 0],
    ["by a range of 199", boats(200, "- #1-#199", "- #200"), [], 1],
    ["by no range of 200", boats(201, "- #1-#200", "- #201"), [], 0],
    ["by a comma", boats(3, "- Anna, Berta", "- Carla"), [], 1],
    ["by a label and a comma", boats(3, "- Mon: Anna, Berta", "- Tue: Carla"), [], 1],
    ["by entries nested in them", boats(3, "- Anna", "- Berta", "  - Carla", "  - Dora"), [], 1],
    ["by entries nested in them, not all", boats(5, "- Anna", "- Berta", "  - Carla", "  - Dora"), [], 0],
  ]);
});

describe("entries of which some count", () => {
  const KEYED = ["- B1 Anna", "- B2 Berta", "- their oars"];
  testEach([
    ["those with a key", boats(2, ...KEYED), [], 1],
    ["all, with a key or without", boats(3, ...KEYED), [], 1],
    ["neither", boats(4, ...KEYED), mismatch("4", "3"), 0],
    ["not one key alone", boats(1, "- B1 Anna", "- Berta", "- Carla"), [], 0],
    ["those that changed", boats(1, "- Anna (old)", "- Berta (unchanged)"), [], 1],
    ["those marked done", boats(2, "- ✅ Anna", "- ✅ Berta", "- ⏳ Carla"), [], 1],
    ["those not marked done", boats(1, "- ✅ Anna", "- ✅ Berta", "- ⏳ Carla"), [], 1],
    ["none of those marked", boats(4, "- ✅ Anna", "- ✅ Berta", "- ⏳ Carla"), mismatch("4", "3"), 0],
    ["no things, but what there is to say", boats(4, "- Status: afloat", "- Impact: large"), [], 0],
    ["those not marked open", boats(2, "- Anna", "- Berta", "- [ ] Carla", "- ⏳ Dora"), [], 1],
    ["those not marked open, of five", boats(3, "- Anna", "- Berta", "- [ ] Carla", "- ⏳ Dora", "- Edda"), [], 1],
    ["one entry alone", boats(2, "- Anna"), [], 0],
  ]);
});

describe("methods above a list", () => {
  const methods = (...entries: readonly string[]): string[] => ["The crane has 4 methods:", "", ...entries];
  testEach([
    ["of code", methods("- `open`", "- `close`", "- `wait`"), mismatch("4", "3"), 0],
    ["of words", methods("- to open", "- to close", "- to wait"), [], 0],
    ["of code behind a short word", methods("- is `open`", "- as `close`", "- at `wait`"), mismatch("4", "3"), 0],
    ["of code behind a longer word", methods("- its `open`", "- has `close`", "- may `wait`"), [], 0],
    ["of code and words", methods("- `open`", "- `close`", "- to wait"), [], 0],
  ]);
});

describe("counts above a table", () => {
  const marked = tableOf(["Boat", "Status"], ["Anna", "Done"], ["Berta", "Todo"], ["Carla", "Todo"]);
  const plain = (last: string): string[] =>
    tableOf(["Boat", "Colour"], ["Anna", "red"], ["Berta", "blue"], [last, "red"]);
  testEach([
    ["are of all rows", boats(3, ...marked), [], 1],
    ["are of the rows done", boats(1, ...marked), [], 1],
    ["are of the rows open", boats(2, ...marked), [], 1],
    ["are of none of them", boats(4, ...marked), mismatch("4", "3"), 0],
    ["are wrong where nothing is marked", boats(2, ...plain("Carla")), mismatch("2", "3"), 0],
    ["leave the end open", boats(5, ...plain("and more")), [], 0],
  ]);
});

describe("counts in headings above headings", () => {
  const below = ["", "#### Small", "", "- Anna", "- Berta", "", "#### Large", "", "- Carla", "- Dora"];
  const ticked = ["", "#### Small", "", "- [x] Anna", "- [ ] Berta", "", "#### Large", "", "- [x] Carla", "- [x] Dora"];
  testEach([
    ["are of the entries", ["### Boats (4 boats)", ...below], [], 1],
    ["are of what nobody lists", ["### Boats (3 boats)", ...below], [], 0],
    ["are of what is ticked", ["### Tasks (3)", ...ticked], [], 1],
  ]);
});

describe("numbered lists that are interrupted", () => {
  const LISTS = ["", "1. Anna", "2. Berta", "", "Then:", "", "3. Carla", "", "At last:", "", "4. Dora"];
  const APART = ["", "1. Anna", "2. Berta", "", "Then:", "", "4. Carla"];
  testEach([
    ["go on with the next number", ["## 4 boats", ...LISTS], [], 1],
    ["are wrong as a whole", ["## 5 boats", ...LISTS], mismatch("5", "4"), 0],
    ["end where a number is left out", ["## 2 boats", ...APART], [], 1],
  ]);
});

describe("files in a fence", () => {
  const fence = (n: number, ...lines: readonly string[]): string[] => [`The ${n} files:`, "", "```", ...lines, "```"];
  const groups = (n: number, cranes: number, oars: number): string[] =>
    fence(n, `Cranes (${cranes}):`, "  src/a.ts", "  src/b.ts", `Oars (${oars}):`, "  c.ts", "  d.ts", "  e.ts");
  testEach([
    ["in groups, right", groups(5, 2, 3), [], 3],
    ["in groups, wrong above them", groups(6, 2, 3), mismatch("6", "5"), 2],
    ["in groups, one of them wrong", groups(5, 2, 4), ["9 list-count-mismatch: 4 -> 3"], 2],
    ["in groups that sum up otherwise", groups(6, 2, 4), ["9 list-count-mismatch: 4 -> 3"], 2],
    [
      "in groups, all wrong",
      groups(8, 3, 4),
      [...mismatch("8", "7"), "6 list-count-mismatch: 3 -> 2", "9 list-count-mismatch: 4 -> 3"],
      0,
    ],
    ["in a folder with a number", fence(6, "src/a.ts", "src/out/ (4 files)", "src/b.ts"), [], 1],
    ["in a folder with another number", fence(7, "a.ts", "out/ (4 files)", "b.ts"), mismatch("7", "6"), 0],
    ["in a folder without a number", fence(7, "src/a.ts", "src/out/", "src/b.ts"), [], 0],
    ["that look like headers", fence(2, "  a.ts:", "  b.ts:"), [], 1],
    ["beside notes", fence(3, "# the new ones", "src/a.ts  # first", "", "src/b.ts, src/c.ts"), [], 1],
    ["of which there are none", fence(3, "make it so"), [], 0],
    ["under a count of something else", ["The 3 boats:", "", "```", "src/a.ts", "src/b.ts", "```"], [], 0],
  ]);
});

describe("files in a list", () => {
  const files = (n: number, ...entries: readonly string[]): string[] => [`### Files (${n} files)`, "", ...entries];
  testEach([
    ["one an entry", files(3, "- `src/a.ts`", "- `src/b.ts`"), mismatch("3", "2"), 0],
    ["two in an entry", files(3, "- `src/a.ts`, `src/b.ts`", "- `src/c.ts`"), [], 1],
    ["in most entries", files(5, "- `a.ts`", "- `b.ts`", "- `c.ts`", "- the rest"), mismatch("5", "4"), 0],
    ["in few entries", files(4, "- `a.ts`", "- `b.ts`", "- the rest of it"), [], 0],
  ]);
});

describe("the words before a count", () => {
  testEach([
    ["are a name that it belongs to", ["Slide 4 boat:", "", "- Anna", "- Berta", "- Carla"], [], 0],
    ["say that it is of all", ["All 4 harbour boats:", "", "- Anna", "- Berta", "- Carla"], mismatch("4", "3"), 0],
    ["say where it is", ["The pier has 4 harbour cranes:", "", "- Anna", "- Berta", "- Carla"], mismatch("4", "3"), 0],
    [
      "begin a line in lower case",
      ["here are 4 harbour boats:", "", "- Anna", "- Berta", "- Carla"],
      mismatch("4", "3"),
      0,
    ],
  ]);
});
