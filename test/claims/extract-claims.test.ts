import { describe, expect, test } from "vitest";
import { citedCommits } from "../../src/claims/cited-commits.js";
import { extractClaims } from "../../src/claims/extract-claims.js";
import { pathMentions } from "../../src/claims/path-mentions.js";
import type { Claim, ClaimKind } from "../../src/model/claim.js";
import { readReport } from "../helpers/check-text.js";

function claims<K extends ClaimKind>(markdown: string, kind: K): Extract<Claim, { kind: K }>[] {
  return extractClaims(readReport(markdown)).filter(
    (claim): claim is Extract<Claim, { kind: K }> => claim.kind === kind,
  );
}

test("claims come in the order of the text and stand where they say", () => {
  const report = readReport(
    "**Progress**: 3 of 4 tasks done (75%)\n\nFiles (2 files):\n\n- `a/x.ts` (10 lines)\n- `a/y.ts`\n\nTotal: 9 files (6 new, 3 modified)\n",
  );
  const found = extractClaims(report);
  expect(found.map((claim) => claim.kind)).toEqual(["fraction", "ratio", "list-count", "lines", "breakdown"]);
  expect(found.map((claim) => report.source.text.slice(claim.range.start, claim.range.end))).toEqual([
    "3 of 4",
    "75%",
    "2",
    "10 lines",
    "9 files (6 new, 3 modified)",
  ]);
});

describe("shares", () => {
  test.each([
    ["4 of 5 blockers resolved", "blocker", "done"],
    ["2/5 tasks remaining", "task", "open"],
    ["Tests: 12/12 passing", "test", "done"],
    ["3 of 4 items", "item", "unknown"],
  ])("%j counts %s, %s", (text, noun, counts) => {
    expect(claims(`${text}\n`, "fraction")).toEqual([expect.objectContaining({ noun, counts })]);
  });

  test.each(["Score: 95/100", "Rating 4/5", "step 2/3", "`4/5`", "1/1", "> 4 of 5 done", "goal: 5/5"])(
    "%j is none",
    (text) => {
      expect(claims(`${text}\n`, "fraction")).toEqual([]);
    },
  );

  test.each([
    ["80% (4 of 5 done)", 80, 4, 5],
    ["60% Complete (3/5)", 60, 3, 5],
    ["4/5 tests passing (80%)", 80, 4, 5],
    ["4/5 (80%) and 1/4 (25%)", 80, 4, 5],
  ])("%j states a percentage of its own", (text, percent, part, whole) => {
    const [ratio] = claims(`${text}\n`, "ratio");
    expect([ratio?.percent.low, ratio?.part, ratio?.whole]).toEqual([percent, part, whole]);
  });

  test.each(["12/12 tests (90% coverage)", "3/4 servers, 60% load", "2/3 done. 90% of users agree", "3/4 with 50%"])(
    "%j states a percentage of something else",
    (text) => {
      expect(claims(`${text}\n`, "ratio")).toEqual([]);
    },
  );
});

describe("commits", () => {
  function ids(markdown: string): readonly string[] {
    return citedCommits(readReport(markdown)).ids;
  }

  test.each([
    ["Commit `4f1a9c2d`\n", ["4f1a9c2d"]],
    ["**Commits**: 4f1a9c2, 8be07d3\n", ["4f1a9c2", "8be07d3"]],
    ["Fixed in 4f1a9c2.\n", ["4f1a9c2"]],
    ["| Task | Commit |\n|---|---|\n| A | 4f1a9c2 |\n", ["4f1a9c2"]],
    ["## Commits\n\n- `4f1a9c2` Add\n", ["4f1a9c2"]],
    ["```\n4f1a9c2 Add the parser\n```\n", ["4f1a9c2"]],
    ["[here](https://example.org/p/commit/4f1a9c2d)\n", ["4f1a9c2d"]],
    ["Commit `4f1a9c2`, see above. Later: `4f1a9c2`\n", ["4f1a9c2"]],
  ])("are cited by %j", (markdown, expected) => {
    expect(ids(markdown)).toEqual(expected);
  });

  test.each([
    "ETag `9f8e7d6c5b`\n",
    "Container 1f2e3d4c5b6a runs\n",
    "Commit early, commit often: effaced, decade\n",
    "Commit `4f1a9c`\n",
    "> Commit `4f1a9c2d`\n",
    "Commit image `web:4f1a9c2`\n",
    "The commit message was long; the id `4f1a9c2` is a user\n",
  ])("are not cited by %j", (markdown) => {
    expect(ids(markdown)).toEqual([]);
  });

  // A word boundary is never found beside a letter that is not ASCII.
  test.each(["提交 `4f1a9c2d`\n", "Коммит `4f1a9c2d`\n", "커밋 `4f1a9c2d`\n"])("are cited by %j", (markdown) => {
    expect(ids(markdown)).toEqual(["4f1a9c2d"]);
  });

  test("are near a line by its entry, else its item, else its section", () => {
    const report = readReport(
      "# R\n\n## #1: A\n\nCommit `1111111a`\n\n- Commit `2222222b`\n  - `src/x.ts`\n- `src/y.ts`\n\n## #2: B\n\n- `src/z.ts`\n",
    );
    const commits = citedCommits(report);
    const near = (path: string): readonly string[] => {
      const unit = report.units.find((one) => one.text.value === path);
      return unit ? commits.near(unit) : ["no such line"];
    };
    expect([near("src/x.ts"), near("src/y.ts"), near("src/z.ts")]).toEqual([["2222222b"], ["1111111a"], []]);
  });
});

describe("paths", () => {
  test.each([
    ["`src/a.ts`", "src/a.ts", undefined, "code"],
    ["**setup.py** (12 lines)", "setup.py", undefined, "bold"],
    ["[text](docs/a%20b.md#L12)", "docs/a b.md", 12, "link"],
    ["`main.go:88-97`", "main.go", 88, "code"],
    ["`./src/a.ts`", "src/a.ts", undefined, "code"],
    ["see src/lib/b.rs for it", "src/lib/b.rs", undefined, "plain"],
    ["`Dockerfile`", "Dockerfile", undefined, "code"],
  ])("%j names %s", (markdown, path, line, how) => {
    expect(pathMentions(readReport(`${markdown}\n`))).toEqual([expect.objectContaining({ path, line, how })]);
  });

  test.each([
    "[text](https://example.org/a/b.md)",
    "[text](#part)",
    "`src/**/*.ts`",
    "`src/<name>.ts`",
    "`{{name}}.md`",
    "`/tmp/x.log`",
    "`~/x.txt`",
    "`path/to/file.ts`",
    "`node_modules/x/y.js`",
    "`1.2.3`",
    "> `src/a.ts`",
  ])("%j names none", (markdown) => {
    expect(pathMentions(readReport(`${markdown}\n`))).toEqual([]);
  });

  test("an abbreviation names none", () => {
    expect(pathMentions(readReport("e.g. nothing\n"))).toEqual([]);
  });

  test("a line of a listing in a fence names its first file", () => {
    const found = pathMentions(
      readReport("```\nsrc/a.ts      # one, two.ts\n- src/b.ts\n# src/c.ts\n├── d.ts\nrun src/e.ts\n```\n"),
    );
    expect(found.map((one) => one.path)).toEqual(["src/a.ts", "src/b.ts"]);
  });
});

describe("lines of code", () => {
  test.each([
    ["- `src/a.ts` (332 lines)", 332, "total"],
    ["- `src/a.ts`: +32 lines", 32, "added"],
    ["- `src/a.ts` (32 lines added)", 32, "added"],
    ["- `src/a.ts`: -32 lines", 32, "removed"],
    ["- Removed `src/a.ts` (61 lines)", 61, "removed"],
    ["- `src/a.ts` (12 lines changed)", 12, "changed"],
  ])("%j counts the %s", (markdown, low, wording) => {
    expect(claims(`${markdown}\n`, "lines")).toEqual([
      expect.objectContaining({ path: "src/a.ts", wording, quantity: expect.objectContaining({ low }) }),
    ]);
  });

  test.each([
    "- `src/a.ts` estimated 120 lines",
    "- `src/a.ts` should stay under 200 lines",
    "- `src/a.ts` reads 100 lines per second",
  ])("%j counts none", (markdown) => {
    expect(claims(`${markdown}\n`, "lines")).toEqual([]);
  });
});

describe("lists under a count", () => {
  test.each([
    ["## Features (3)\n\n1. a\n2. b\n", 3, [2]],
    ["Tools (2):\n\n- a\n- b\n  - c\n  - d\n", 2, [2, 3]],
    ["Boxes (1/2):\n\n- [x] a\n- [ ] b\n", 1, [2, 1]],
    ["## Tables (2)\n\n| A | B |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n| Total | 6 |\n", 2, [2]],
    ["**Files** (3 files):\n\n```\na.ts\nb.ts, c.ts\n```\n", 3, [3]],
  ])("%j", (markdown, stated, sizes) => {
    const [claim] = claims(markdown, "list-count");
    expect(claim?.quantity.low).toBe(stated);
    const counted = claim?.counted.map((one) => one.size) ?? [];
    expect(counted[0]).toBe(sizes[0]);
    expect(counted).toEqual(expect.arrayContaining(sizes));
  });

  test.each([
    "Top risks (20):\n\n- a\n- b\n",
    "Including (9):\n\n- a\n- b\n",
    "Fix failing tests (16 failures):\n\n1. a\n2. b\n",
    "Clean-up (3 hours):\n\n- a\n- b\n",
    "Speed (40%):\n\n- a\n- b\n",
    "A sentence about 3 things.\n\n- a\n- b\n",
  ])("%j announces none", (markdown) => {
    expect(claims(markdown, "list-count")).toEqual([]);
  });
});
