import { describe } from "vitest";
import { tableOf, testEach } from "../helpers/test-each.js";

describe("entries that stand twice in a list", () => {
  testEach([
    ["ticked, then open", ["- [x] Paint the hull", "- [ ] Paint the hull"], conflict(4, "Paint the hull", "done"), 0],
    ["open, then ticked", ["- [ ] Paint the hull", "- [x] Paint the hull"], conflict(4, "Paint the hull", "todo"), 0],
    ["ticked twice", ["- [x] Paint the hull", "- [x] Paint the hull"], [], 1],
    ["marked", ["- ✅ Paint the hull", "- ❌ paint the hull!"], conflict(4, "❌ paint the hull!", "done"), 0],
    ["ticked, and without a mark", ["- [x] Paint the hull", "- Paint the hull"], [], 0],
    ["without a mark, and ticked", ["- Paint the hull", "- [x] Paint the hull"], [], 0],
    ["marked at the end", ["- Paint the hull ✅", "- Paint the hull ❌"], [], 0],
    ["by a name too short to tell", ["- [x] Tar", "- [ ] Tar"], [], 0],
  ]);
});

describe("what is complete by a share that is not whole", () => {
  testEach([
    ["in English", ["Hull: complete (3/4 tasks)"], conflict(3, "complete (3/4)", "partial"), 0],
    ["at the head of a line", ["Complete (3/4 tasks)"], conflict(3, "Complete (3/4)", "partial"), 0],
    ["in German", ["Rumpf: fertig (3/4 Aufgaben)"], conflict(3, "fertig (3/4)", "partial"), 0],
    ["in other words that count things", ["Hull: fixed (3/4 tasks)"], [], 0],
    ["almost", ["Hull: almost complete (3/4 tasks)"], [], 0],
    ["by so much", ["Hull: 75% complete (3/4 tasks)"], [], 1],
    ["but for what was put off", ["Hull: complete (3/4 tasks, one deferred)"], [], 0],
    ["but for what was moved", ["Hull: complete (3/4 tasks moved)"], [], 0],
    ["of things that are no items", ["Hull: complete (3/4 planks)"], [], 0],
    ["and is whole", ["Hull: complete (4/4 tasks)"], [], 1],
  ]);
});

describe("items that a step names", () => {
  const STATES = [
    ...tableOf(["Task", "Status"], ["Harbour crane", "Done"], ["Tide gauge", "Todo"]),
    "",
    "## Next steps",
    "",
  ];
  const open = (...statuses: readonly [string, string][]): string[] => [
    ...tableOf(["Task", "Status"], ...statuses),
    "",
    "## Criteria",
    "",
  ];
  const CRANE = ["Harbour crane", "Todo"] as const;
  testEach([
    ["still to do, and done", [...STATES, "- [ ] Build harbour crane"], conflict(10, "Build harbour crane", "done"), 0],
    ["still to be tested, and done", [...STATES, "- [ ] Test harbour crane"], [], 0],
    ["ticked, and open", [...STATES, "- [x] Tide gauge"], conflict(10, "Tide gauge", "todo"), 0],
    ["ticked with a number", [...STATES, "- [x] Tide gauge 2"], [], 0],
    ["ticked for the first part", [...STATES, "- [x] First tide gauge"], [], 0],
    ["ticked, and put off", [...open(["Harbour crane", "Deferred"], ["Deck", "Todo"]), "- [x] Harbour crane"], [], 0],
    [
      "ticked, and done in part",
      [...open(["Harbour crane", "Partial"], ["Deck", "Todo"]), "- [x] Harbour crane"],
      [],
      0,
    ],
    [
      "ticked with one word more",
      [...open([...CRANE], ["Deck", "Todo"]), "- [x] Harbour crane painted"],
      conflict(10, "Harbour crane painted", "todo"),
      0,
    ],
    [
      "ticked with three words more",
      [...open([...CRANE], ["Deck", "Todo"]), "- [x] Harbour crane painted red twice"],
      [],
      0,
    ],
    ["ticked, and to be mended", [...open(["Fix tide gauge", "Todo"], ["Deck", "Todo"]), "- [x] Tide gauge"], [], 0],
    [
      "ticked as mended, and to be mended",
      [...open(["Fix tide gauge", "Todo"], ["Deck", "Todo"]), "- [x] Fix tide gauge now"],
      conflict(10, "Fix tide gauge now", "todo"),
      0,
    ],
  ]);
});

describe("items that are recommended", () => {
  const recommended = (heading: string, term: string, ...steps: readonly string[]): string[] =>
    ["## Harbour crane (DONE)", "", "It turns.", "", `## ${heading}`, "", `1. ${term}`].concat(
      steps.map((step) => `   - ${step}`),
    );
  testEach([
    [
      "and done",
      recommended("Recommendations", "Short term", "Build harbour crane", "Test harbour crane"),
      conflict(10, "Build harbour crane", "done"),
      0,
    ],
    ["for later", recommended("Recommendations", "Short term", "Build harbour crane later"), [], 0],
    ["with a mark", recommended("Recommendations", "Short term", "✅ Build harbour crane"), [], 0],
    ["at no time", recommended("Recommendations", "Cranes", "Build harbour crane"), [], 0],
    ["not, but noted", recommended("Notes", "Short term", "Build harbour crane"), [], 0],
  ]);
});

describe("entries under a heading that states a status", () => {
  const under = (heading: string, ...entries: readonly string[]): string[] => [`## ${heading}`, "", ...entries];
  testEach([
    ["done, one open", under("✅ Completed", "- B1: Winch ⏳", "- B2: Crane ✅"), conflict(5, "⏳", "done"), 1],
    ["done, one open below another", under("✅ Completed", "- B1: Winch", "  - B2: Rope ⏳"), [], 0],
    ["done, one open in a quotation", under("✅ Completed", "> - B1: Winch ⏳"), [], 0],
    ["done, one qualified", under("✅ Completed", "### ✅ Winch (Partial)", "", "It turns."), [], 0],
    [
      "done, one in part",
      under("✅ Completed", "### Winch (PARTIAL)", "", "It turns."),
      conflict(5, "PARTIAL", "done"),
      0,
    ],
    [
      "in progress, all done",
      under("🔄 In Progress", "- B1: Winch ✅", "- B2: Crane ✅"),
      [...conflict(5, "✅", "in-progress"), ...conflict(6, "✅", "in-progress")],
      0,
    ],
    ["in progress, one done", under("🔄 In Progress", "- B1: Winch ✅", "- B2: Crane"), [], 0],
    [
      "not started, one of two done",
      under("❌ Not Started", "- B1: Winch ✅", "- B2: Crane"),
      conflict(3, "❌ Not Started", "done"),
      0,
    ],
    [
      "not started, one of four done",
      under("❌ Not Started", "- B1: Winch ✅", "- B2: Crane", "- B3: Rope", "- B4: Oil"),
      [],
      0,
    ],
  ]);
});

describe("boxes under a heading that says it is complete", () => {
  const phase = (status: string, ...boxes: readonly string[]): string[] => [`## Phase 1: Piles${status}`, "", ...boxes];
  const HALF = ["- [x] Oak", "- [ ] Iron"];
  testEach([
    ["one open", phase(" - COMPLETE", ...HALF), conflict(3, "COMPLETE", "todo"), 0],
    ["one open, and 100%", phase(" - DONE 100%", ...HALF), conflict(3, "DONE", "todo"), 0],
    ["one open, and 50%", phase(" - DONE 50%", ...HALF), [], 0],
    ["one open, but optional", phase(" - COMPLETE", "- [x] Oak", "- [ ] Iron (optional)"), [], 0],
    ["all open", phase(" - COMPLETE", "- [ ] Oak", "- [ ] Iron"), [], 0],
    ["one without a box", phase(" - COMPLETE", "- [x] Oak", "- Iron"), [], 0],
    ["by a mark alone", phase(" ✅", ...HALF), [], 0],
    ["in progress", phase(" - IN PROGRESS", ...HALF), [], 0],
    ["under a label of their own", phase(" - COMPLETE", "To do:", "", ...HALF), [], 0],
    ["in a quotation", phase(" - COMPLETE", ...HALF).map((line) => `> ${line}`), [], 0],
  ]);
});

function conflict(line: number, stated: string, computed: string): string[] {
  return [`${line} status-conflict: ${stated} -> ${computed}`];
}

describe("items that are mentioned twice", () => {
  const and = (...below: readonly string[]): string[] => [
    ...tableOf(["Task", "Status"], ["B1: Mend the mast", "Done"], ["B2: Paint", "Todo"]),
    "",
    ...below,
  ];
  const wrong = conflict(5, "Done", "todo");
  testEach([
    ["in a heading", and("## B1: Mend the mast (TODO)"), wrong, 0],
    ["in a heading of a few of its words", and("## B1: Mast (TODO)"), wrong, 0],
    ["in a heading about something else", and("## B1: Oil the winch (TODO)"), [], 1],
    ["in an entry", and("## Notes", "", "- B1: TODO - Mend the mast"), wrong, 0],
    ["by a box", and("## Notes", "", "- [ ] B1: Mend the mast"), wrong, 0],
    ["by a box, about something else", and("## Notes", "", "- [ ] B1: Oil the winch"), [], 1],
    ["in a quotation", and("> ## B1: Mend the mast (TODO)"), [], 0],
    ["under a heading", and("## Notes", "", "### B1: Mend the mast (TODO)"), wrong, 0],
    ["under a heading of another moment", and("## History", "", "### B1: Mend the mast (TODO)"), [], 0],
  ]);
});
