import { beforeAll, describe, expect, test } from "vitest";
import { makeRepository, type TestRepository } from "../helpers/scenario.js";
import { derivations, judged } from "../helpers/verdicts-on.js";

/** Lines with an empty one after each. */
const SPACED = Array.from({ length: 30 }, (_, at) => `knot ${at}\n`).join("\n");

let repository: TestRepository;

beforeAll(async () => {
  repository = await makeRepository({
    commits: [
      {
        name: "plan",
        date: "2026-03-01T23:30:00Z",
        message: "Plan the pier",
        files: {
          "src/deck.ts": { lines: 100 },
          "src/rail.ts": { lines: 40 },
          "src/lamps.ts": { lines: 60 },
          "src/rope.ts": { lines: 50 },
          "src/knots.ts": SPACED,
          "src/tide-table.ts": { lines: 12 },
          "src/tar.ts": { lines: 80 },
          ".gitignore": "*.made.ts\n",
          "tools/.gitignore": "out.txt\n",
          "assets/logo.bin": { base64: "AAECAwQ=" },
        },
      },
      {
        name: "crane",
        date: "2026-03-03T10:00:00Z",
        message: "feat(crane): Build the crane and its hoist (#12)",
        rename: { "src/rail.ts": "src/railing.ts" },
        files: {
          "src/deck.ts": { lines: 130 },
          "tools/crane/arm.ts": { lines: 20 },
          "tools/crane/hook.ts": { lines: 30 },
          "tools/spare/hook.ts": { lines: 12 },
        },
      },
      {
        name: "clear",
        date: "2026-03-05T10:00:00Z",
        message: "Clear the site",
        files: {
          "src/lamps.ts": null,
          "src/rope.ts": null,
          "src/deck.ts": { lines: 90 },
          "src/sign.ts": { lines: 25 },
        },
      },
      {
        name: "boil",
        date: "2026-03-05T12:00:00Z",
        message: "Boil the tar anew",
        files: { "src/tar.ts": "one\ntwo\n" },
      },
      {
        name: "paint",
        date: "2026-03-06T10:00:00Z",
        message: "Paint all railings green",
        files: { "src/railing.ts": { lines: 44 } },
      },
      { name: "report", date: "2026-03-07T10:00:00Z", message: "Report", files: { "STATUS.md": "# Pier Works\n" } },
      {
        name: "longer",
        date: "2026-03-12T10:00:00Z",
        message: "A longer sign",
        files: { "src/sign.ts": { lines: 55 } },
      },
    ],
    refs: { "refs/heads/feature/hoist": "crane" },
  });
});

/** What is found in a report of these lines, in which `right` claims beside it agree. */
type Case = readonly [lines: readonly string[], found: readonly string[], right: number];

function holds(cases: readonly Case[]): void {
  test.each(cases)("%j", async (lines, found, right) => {
    const told = found.map((one) => one.replace("CLEAR", repository.id("clear").slice(0, 9)));
    expect(await judged(lines, repository)).toEqual({ found: told, right });
  });
}

describe("files of one commit", () => {
  const of = (commit: string, field: string): string[] => [`**Commit**: \`{{${commit}}}\``, field];
  const wrong = (what: string): string[] => [`4 file-count-mismatch: ${what}, unsafe`];
  holds([
    [of("crane", "**Files Created**: 4"), [], 2],
    [of("crane", "**Files Created**: 5"), [], 2],
    [of("crane", "**Files Created**: 3"), wrong("3 -> 4 files"), 1],
    [of("crane", "**Files Modified**: 2"), [], 2],
    [of("crane", "**Files Modified**: 5"), [], 2],
    [of("crane", "**Files Modified**: 1"), wrong("1 -> 2 files"), 1],
    [of("clear", "**Files Deleted**: 2"), [], 2],
    [of("clear", "**Files Deleted**: 3"), wrong("3 -> 2 files"), 1],
    // Changed, in a loose sense of the word: all of them, or those that are new.
    [of("crane", "**Files Changed**: 5"), [], 2],
    [of("crane", "**Files Changed**: 3"), [], 2],
    [of("crane", "**Files Changed**: 1"), [], 2],
    [of("crane", "**Files Changed**: 9"), [], 1],
  ]);
});

describe("files of a topic in one commit", () => {
  const says = (what: string): string[] => [`- Commit \`{{crane}}\`: ${what}`];
  holds([
    [says("the crane (2 files)"), [], 3],
    [says("the crane (5 files)"), [], 3],
    [says("the crane (3 files)"), [], 3],
    [says("the crane (7 files)"), ["3 file-count-mismatch: 7 -> 2 files, unsafe"], 2],
    [says("the deck (7 files)"), [], 1],
  ]);
});

describe("files of several commits", () => {
  const of = (field: string): string[] => ["**Commits**: {{crane}}, {{clear}}", field];
  holds([
    [of("**Files Changed**: 8"), [], 3],
    [of("**Files Changed**: 9"), [], 3],
    [of("**Files Changed**: 11"), ["4 file-count-mismatch: 11 -> 8 files, unsafe"], 2],
    [of("**Files Changed**: 4"), [], 3],
    [of("**Files Created**: 6"), [], 3],
    [of("**Files Created**: 8"), ["4 file-count-mismatch: 8 -> 5 files, unsafe"], 2],
    [of("**Files Modified**: 8"), ["4 file-count-mismatch: 8 -> 2 files, unsafe"], 2],
    [of("**Files Deleted**: 3"), [], 3],
    [of("**Files Deleted**: 5"), ["4 file-count-mismatch: 5 -> 2 files, unsafe"], 2],
    [
      [
        "| Commit | What | Files |",
        "|---|---|---|",
        "| `{{crane}}` | Crane | 5 files |",
        "| `{{clear}}` | Site | 3 files |",
        "| `{{paint}}` | Paint | 3 files |",
      ],
      ["6 file-count-mismatch: 3 -> 4 files, unsafe", "7 file-count-mismatch: 3 -> 1 files, unsafe"],
      4,
    ],
  ]);
});

describe("what a commit did to files", () => {
  const files = (commit: string, label: string, ...paths: string[]): string[] => [
    `**Commit**: \`{{${commit}}}\``,
    "",
    `**Files ${label}**:`,
    "",
    ...paths.map((path) => `- \`${path}\``),
  ];
  holds([
    [
      files("crane", "Created", "src/railing.ts", "tools/crane/arm.ts", "src/deck.ts"),
      ["9 file-change-mismatch: created -> modified"],
      6,
    ],
    [
      files("crane", "Modified", "src/railing.ts", "tools/crane/arm.ts", "src/deck.ts"),
      ["8 file-change-mismatch: modified -> added"],
      6,
    ],
    // A file that it deleted may have been modified before.
    [
      files("clear", "Modified", "src/lamps.ts", "src/sign.ts", "src/railing.ts"),
      ["8 file-change-mismatch: modified -> added"],
      4,
    ],
  ]);
});

describe("the size of a commit", () => {
  const sized = (what: string): string[] => [`- Commit \`{{clear}}\` - ${what}`];
  const detailed = (commit: string, what: string): string[] => [`**Commit**: \`{{${commit}}}\``, "", `- ${what}`];
  holds([
    [sized("25 lines"), [], 2],
    [sized("150 lines"), [], 2],
    [sized("175 lines"), [], 2],
    [sized("300 lines"), ["3 commit-size-mismatch: 300 -> 175 lines, unsafe"], 1],
    [["**Commit**: `{{crane}}` (5 files, 92 insertions)"], [], 3],
    [["**Commit**: `{{crane}}` (5 files, 60 insertions)"], ["3 commit-size-mismatch: 60 -> 92 lines, unsafe"], 2],
    [["**Commit**: `{{clear}}` (4 files, 150 deletions)"], [], 3],
    [["**Commit**: `{{clear}}` (4 files, 110 deletions)"], ["3 commit-size-mismatch: 110 -> 150 lines, unsafe"], 2],
    [detailed("clear", "Deleted the lamps (2 files, 110 lines)"), [], 3],
    [
      detailed("clear", "Deleted the lamps (2 files, 150 lines)"),
      ["5 commit-size-mismatch: 150 -> 110 lines, unsafe"],
      2,
    ],
    [detailed("crane", "Added the crane (2 files, 50 lines)"), [], 3],
    [detailed("crane", "Added the crane (2 files, 70 lines)"), ["5 commit-size-mismatch: 70 -> 50 lines, unsafe"], 2],
    // All of those that are new.
    [detailed("crane", "Added the crane (3 files, 62 lines)"), [], 3],
    [detailed("crane", "Added the crane (3 files, 80 lines)"), ["5 commit-size-mismatch: 80 -> 62 lines, unsafe"], 2],
  ]);
});

describe("the size of several commits", () => {
  const of = (field: string): string[] => ["**Commits**: {{crane}}, {{clear}}, {{paint}}", field];
  holds([
    [of("**Lines Added**: 161"), [], 4],
    // Of one of them, or of all but one.
    [of("**Lines Added**: 92"), [], 4],
    [of("**Lines Added**: 117"), [], 4],
    [of("**Lines Added**: 105"), ["4 commit-size-mismatch: 105 -> 161 lines, unsafe"], 3],
    [of("**Lines Removed**: 190"), [], 4],
    [of("**Lines Removed**: 140"), ["4 commit-size-mismatch: 140 -> 190 lines, unsafe"], 3],
  ]);
});

describe("a commit that takes away more than it brings", () => {
  const sized = (what: string): string[] => [`- Commit \`{{boil}}\` - ${what}`];
  const of = (...whats: string[]): string[] => [
    "**Commit**: `{{boil}}`",
    "",
    ...whats.map((what) => `- \`src/tar.ts\` (${what})`),
  ];
  const wrong = (line: number, what: string): string => `${line} line-count-mismatch: ${what}, unsafe`;
  holds([
    [sized("2 lines"), [], 2],
    [sized("80 lines"), [], 2],
    [sized("82 lines"), [], 2],
    [sized("40 lines"), ["3 commit-size-mismatch: 40 -> 2 lines"], 1],
    [of("-80 lines", "-78 lines", "-90 lines"), [wrong(7, "-90 -> 80 lines")], 3],
    [of("+2 lines", "+8 lines"), [wrong(6, "+8 -> 2 lines")], 2],
    [
      of("2 lines changed", "80 lines changed", "82 lines changed", "60 lines changed"),
      [wrong(8, "60 -> 80 lines")],
      4,
    ],
  ]);
});

describe("lines of files as they are", () => {
  const says = (path: string, ...counts: string[]): string[] => counts.map((count) => `- \`${path}\` (${count})`);
  const wrong = (line: number, what: string): string => `${line} line-count-mismatch: ${what}`;
  holds([
    [
      says("src/deck.ts", "90 lines", "91 lines", "40 lines", "54 lines", "130 lines"),
      [wrong(6, "54 -> 90 lines, unsafe"), wrong(7, "130 -> 90 lines, unsafe")],
      2,
    ],
    // Of 59 lines 30 are not blank: exactly so many some tools count.
    [says("src/knots.ts", "59 lines", "30 lines", "45 lines"), [wrong(5, "45 -> 59 lines, unsafe")], 2],
    // What was added cannot be seen, unless all of it was.
    [says("src/sign.ts", "+55 lines", "+40 lines"), [], 1],
    // There are two files of that name.
    [says("hook.ts", "30 lines", "12 lines", "20 lines"), [], 2],
    // As code is counted comments are left out.
    [says("src/deck.ts", "80 LOC", "54 LOC", "50 LOC"), [wrong(5, "50 -> 54-90 lines")], 2],
    [
      says("src/deck.ts", "70 lines of code", "70 code lines", "100 lines of code", "70 lines"),
      [wrong(5, "100 -> 54-90 lines"), wrong(6, "70 -> 90 lines, unsafe")],
      2,
    ],
    [
      ["| File | LOC |", "|---|---|", "| `src/deck.ts` | 70 |", "| `src/railing.ts` | 50 |"],
      [wrong(6, "50 -> 26-44 lines")],
      1,
    ],
    [
      [
        "- `src/deck.ts` + `src/sign.ts` (145 lines)",
        "- `src/deck.ts` + `src/sign.ts` (115 lines)",
        "- `src/deck.ts` + `src/sign.ts` (55 lines)",
        "- `src/deck.ts` + `src/sign.ts` (190 lines)",
      ],
      [wrong(6, "190 -> 145 lines, unsafe")],
      3,
    ],
  ]);
});

describe("lines of files in a commit", () => {
  const of = (commit: string, ...files: string[]): string[] => [`**Commit**: \`{{${commit}}}\``, "", ...files];
  const wrong = (line: number, what: string): string => `${line} line-count-mismatch: ${what}, unsafe`;
  holds([
    [
      of("clear", "- `src/deck.ts` (-40 lines)", "- `src/deck.ts` (-30 lines)", "- `src/lamps.ts` (-60 lines)"),
      [wrong(6, "-30 -> 40 lines")],
      3,
    ],
    [
      of("clear", "- `src/lamps.ts` (60 lines deleted)", "- `src/lamps.ts` (60 lines)", "- `src/lamps.ts` (70 lines)"),
      [wrong(7, "70 -> 60 lines")],
      3,
    ],
    [
      of("clear", "- `src/sign.ts` (+25 lines)", "- `src/sign.ts` (+35 lines)", "- `src/sign.ts` (25 lines)"),
      [wrong(6, "+35 -> 25 lines")],
      3,
    ],
    // As it was in the commit, or is now.
    [of("clear", "- `src/sign.ts` (55 lines)", "- `src/sign.ts` (70 lines)"), [wrong(6, "70 -> 55 lines")], 2],
    [
      of("crane", "- `src/deck.ts` (130 lines)", "- `src/deck.ts` (30 lines)", "- `src/deck.ts` (110 lines)"),
      [wrong(7, "110 -> 130 lines")],
      3,
    ],
    [
      of("crane", "- `src/deck.ts` (30 lines changed)", "- `src/deck.ts` (60 lines changed)"),
      ["6 line-count-mismatch: 60 -> 30 lines, unsafe"],
      2,
    ],
    // It was renamed, and nothing in it changed; of two files of a name either may be meant.
    [of("crane", "- `src/rail.ts` (40 lines)", "- `hook.ts` (30 lines)", "- `hook.ts` (33 lines)"), [], 3],
    // Of a file that is gone one commit tells, of two nobody knows which is meant.
    [
      ["## Commits", "", "Commit {{clear}}.", "", "## Files", "", "- `src/lamps.ts` (90 lines)"],
      [wrong(9, "90 -> 60 lines")],
      1,
    ],
    [
      [
        "## Commits",
        "",
        "Commits {{plan}} and {{clear}}.",
        "",
        "## Files",
        "",
        "- `src/lamps.ts` (90 lines)",
        "- `src/lamps.ts` (60 lines)",
      ],
      [],
      3,
    ],
    // Cited somewhere else in the report.
    [
      [
        "Commits {{crane}} and {{paint}}.",
        "",
        "## Files",
        "",
        "- `src/railing.ts` (44 lines)",
        "- `src/railing.ts` (60 lines)",
      ],
      [wrong(8, "60 -> 44 lines")],
      3,
    ],
  ]);
});

describe("the line of a file", () => {
  const wrong = (line: number, what: string): string => `${line} line-out-of-range: ${what} lines`;
  holds([
    [["See `src/deck.ts:90`, `src/deck.ts:91` and `src/deck.ts:92`."], [wrong(3, "line 92 -> 90")], 2],
    // Longer when it was next committed; gone, and nobody knows; not of lines at all.
    [["- `src/sign.ts:56`", "- `src/sign.ts:57`"], [wrong(4, "line 57 -> 55")], 1],
    [["- `src/lamps.ts:900`", "- `assets/logo.bin:3`"], [], 1],
    [["- `hook.ts:31`", "- `hook.ts:32`"], [wrong(4, "line 32 -> 30")], 1],
    // What was changed between the day and the report may have been longer on that day.
    [
      ["**Date**: 2026-03-02", "", "- `src/deck.ts:150`", "- `src/railing.ts:60`", "- `tools/crane/arm.ts:40`"],
      [wrong(7, "line 40 -> 20")],
      0,
    ],
    [["**Date**: 2026-03-03", "", "- `src/deck.ts:150`", "- `src/deck.ts` (150 lines)"], [], 0],
    [["**Date**: 2026-03-04", "", "- `src/deck.ts:150`"], [wrong(5, "line 150 -> 90")], 0],
    [
      ["**Date**: 2026-03-05", "", "- `src/deck.ts:150`", "- `src/railing.ts:60`"],
      [wrong(5, "line 150 -> 90"), wrong(6, "line 60 -> 44")],
      0,
    ],
  ]);
});

describe("files that are linked", () => {
  const linked = (...paths: string[]): string[] => paths.map((path) => `- [here](${path})`);
  const missing = (line: number, what: string): string => `${line} file-not-found: ${what}`;
  holds([
    [linked("src/deck.ts", "deck.ts", "src/lamps.ts", "src/rail.ts", "tools/crane", "/src/deck.ts"), [], 6],
    [linked("/home/somebody/pier/src/deck.ts", "../elsewhere.ts"), [], 1],
    [
      linked("src/dec.ts", "lib/src/deck.ts"),
      [missing(3, "src/dec.ts -> not found"), missing(4, "lib/src/deck.ts -> not found")],
      0,
    ],
    // Left out of the repository on purpose, or cut short.
    [linked("src/tides.made.ts", "tools/out.txt", "table.ts"), [], 0],
    [linked("src/out.txt", "able.ts"), [missing(3, "src/out.txt -> not found"), missing(4, "able.ts -> not found")], 0],
    [linked("src/Deck.ts"), [missing(3, "src/Deck.ts -> not found, but src/deck.ts")], 0],
  ]);
});

describe("what is said of a commit that is not there", () => {
  const missing = "3 commit-not-found: deadbeef12 -> not found";
  const several = "**Commits**: {{crane}}, {{clear}}, deadbeef12";
  holds([
    [[several, "**Lines Added**: 300"], [missing], 2],
    [[several, "**Files Changed**: 30"], [missing], 2],
    [["**Commit**: deadbeef12", "", "**Files Created**:", "", "- `src/deck.ts`"], [missing], 1],
    [["- Commit `deadbeef12` (2026-02-01): Lay the deck", "- Commit `{{crane}}`: hoist"], [missing], 2],
    // It was rewritten.
    [
      ["- Commit `deadbeef12`: Clear the site", "- Commit `{{crane}}`: hoist"],
      ["3 commit-not-found: deadbeef12 -> CLEAR"],
      2,
    ],
    [["- Commit `deadbeef12` (rebased since)", "- Commit `{{crane}}`: hoist"], [], 2],
    [["**Commit**: `deadbeef12`", "", "- Deleted the lamps (2 files, 110 lines)"], [missing], 0],
    // They may be of another repository.
    [["- Commit `deadbeef12`: gone", "- Commit `deadbeef34`: gone"], [], 0],
  ]);
});

describe("what is said of commits", () => {
  holds([
    [["- Commit `{{crane}}`: Build the crane and its hoist", "- Commit `{{paint}}`: hoist"], [], 3],
    [["- Commit `{{crane}}`: Hoists are ready", "- Commit `{{paint}}`: something else entirely"], [], 3],
    [
      ["- Commit `{{crane}}`: fix: paint all railings green (#7)", "- Commit `{{paint}}`: Paint all railings green"],
      [
        "3 commit-misattributed: fix: paint all railings green (#7) -> feat(crane): Build the crane and its hoist (#12)",
      ],
      3,
    ],
    // Not the whole subject of another one.
    [["- Commit `{{plan}}`: Paint", "- Commit `{{paint}}`: Paint"], [], 3],
    [["**Branch**: feature/hoist"], [], 1],
    [["3 commits:", "", "- {{plan}}", "- {{crane}}"], [], 3],
    [["4 commits:", "", "- {{plan}}", "- {{crane}}"], ["3 commit-count-mismatch: 4 -> 2, unsafe"], 2],
    [["0 commits:", "", "- {{plan}}", "- {{crane}}"], ["3 commit-count-mismatch: 0 -> 2, unsafe"], 2],
  ]);

  // It was committed half an hour before midnight: in Auckland on the next day, and a night's work is of the day before.
  test.each([
    ["2026-02-27", false],
    ["2026-02-28", true],
    ["2026-03-01", true],
    ["2026-03-03", true],
    ["2026-03-04", false],
  ])("the day %s may be meant: %j", async (day, right) => {
    const found = right ? [] : [`3 commit-date-mismatch: ${day} -> 2026-03-01`];
    expect((await judged([`- Commit {{plan}} (${day})`], repository)).found).toEqual(found);
  });
});

test("a finding names what it was computed from, and what proves it", async () => {
  const short = (name: string): string => repository.id(name).slice(0, 9);
  const [crane, clear, report] = [short("crane"), short("clear"), short("report")];
  const how = async (...lines: string[]): Promise<string[]> => derivations(lines, repository);
  expect(await how("- Commit `{{crane}}`: the crane (7 files)")).toEqual([
    `files below tools/crane/ in ${crane}; git show --name-status --format= ${crane} -- tools/crane`,
  ]);
  expect(await how("**Commits**: {{crane}}, {{clear}}", "**Lines Added**: 200")).toEqual([
    `insertions in ${crane} ${clear} (92 + 25); git show --shortstat --format=%h ${crane} ${clear}`,
  ]);
  expect(await how("**Commit**: `{{clear}}`", "", "- Deleted the lamps (2 files, 150 lines)")).toEqual([
    `deletions in the 2 files of ${clear}; git show --numstat --format= ${clear}`,
  ]);
  expect(
    await how("**Commit**: `{{clear}}`", "", "- `src/lamps.ts` (70 lines)", "- `src/deck.ts` (-30 lines)"),
  ).toEqual([
    `src/lamps.ts: lines before it was deleted in ${clear}; git show ${clear}^:src/lamps.ts | wc -l`,
    `src/deck.ts: deletions in ${clear}; git show --numstat --format= ${clear} -- src/deck.ts`,
  ]);
  expect(await how("- `src/deck.ts:92`", "- `src/deck.ts` (70 lines)", "- [x](src/dec.ts)")).toEqual([
    `src/deck.ts has 90 lines; git show ${report}:src/deck.ts | wc -l`,
    `src/deck.ts: lines at ${report.slice(0, 7)}; git show ${report}:src/deck.ts | wc -l`,
    `not at ${report.slice(0, 7)} or ${short("longer").slice(0, 7)}, nor in any commit before; git log --oneline ${report} -- src/dec.ts`,
  ]);
});
