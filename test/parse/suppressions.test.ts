import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { extractClaims } from "../../src/claims/extract-claims.js";
import type { Report } from "../../src/model/report.js";
import { readReport } from "../helpers/check-text.js";

const RULES = fileURLToPath(new URL("../../fixtures/rules/", import.meta.url));
/** All lines of all fixtures would take minutes. */
const STEP = 30;
const COMMENT = "<!-- blockers-disable-next-line count-mismatch -- 3 of 4 were counted by hand -->";

/** A blank before a comment at the end of a line stays. */
function tidy(text: string): string {
  return text.replace(/ +$/gm, "");
}

/** What a report says, wherever it says it. */
function reading(report: Report): unknown {
  return {
    claims: extractClaims(report).map(({ kind, raw, unit }) => [kind, raw, unit.kind, tidy(unit.text.value)]),
    items: report.items.map(({ key, title, status, mentions }) => [key, title, status, mentions.length]),
    sections: report.sections.map(({ depth, heading }) => [depth, heading?.text.value]),
    fields: report.fields.map(({ label, unit }) => [label, tidy(unit.text.value)]),
    damage: report.damage.map(({ kind }) => kind),
    date: report.date,
  };
}

function lines(text: string): string[] {
  return text.split(/(?<=\n)/);
}

const IDS = readdirSync(RULES).filter((id) => id !== "unused-suppression");
const fixtures = IDS.flatMap((id) =>
  ["valid.md", "invalid.md"].map((name) => [id, name, readFileSync(`${RULES}${id}/${name}`, "utf8")] as const),
);

/** Every so many lines, from another one in each fixture, so that all kinds of lines have their turn. */
function places(count: number, nth: number): readonly number[] {
  const first = nth % Math.min(STEP, count);
  return Array.from({ length: count }, (_, at) => at).filter((at) => at % STEP === first);
}

describe("a report reads the same", () => {
  let tried = 0;

  test.each(fixtures)("with a comment above any line: %s/%s", (id, _name, text) => {
    const plain = reading(readReport(text));
    const all = lines(text);
    for (const at of places(all.length, IDS.indexOf(id))) {
      // An own comment of the fixture, or a line in code or in a table that the comment would end.
      const with_ = readReport([...all.slice(0, at), `${COMMENT}\n`, ...all.slice(at)].join(""));
      const [own, ...others] = with_.suppressions.filter(({ reason }) => reason.includes("by hand"));
      if (!own || own.cutsTable) continue;
      expect(others).toEqual([]);
      expect(reading(with_), `above line ${at + 1}`).toEqual(plain);
      tried++;
    }
  });

  test.each(fixtures)("with a comment at the end of any line: %s/%s", (id, _name, text) => {
    const plain = reading(readReport(text));
    const all = lines(text);
    const inline = COMMENT.replace("-next", "");
    for (const at of places(all.length, IDS.indexOf(id))) {
      const line = all[at] ?? "";
      // What ends a table's row stands behind its last bar; a blank line would become one of HTML.
      if (line.trim() === "" || /^\s*[|>=<]|\|\s*$/.test(line)) continue;
      const with_ = readReport(
        [...all.slice(0, at), line.replace(/\n?$/, ` ${inline}$&`), ...all.slice(at + 1)].join(""),
      );
      if (with_.suppressions.every(({ reason }) => !reason.includes("by hand"))) continue;
      expect(reading(with_), `on line ${at + 1}`).toEqual(plain);
      tried++;
    }
  });

  test("wherever that was tried", () => {
    expect(tried).toBeGreaterThan(fixtures.length);
  });
});

describe("a comment is read", () => {
  const only = (text: string) => readReport(text).suppressions;

  test("with its rules, its reason and what it covers", () => {
    const text = "# A\n\n<!-- blockers-disable-next-line a-b, c -- one, two -- three -->\n\nB\n";
    const [one, ...others] = only(text);
    expect(others).toEqual([]);
    expect(one).toMatchObject({ kind: "blockers-disable-next-line", reason: "one, two -- three", cutsTable: false });
    expect(one?.rules.map(({ id }) => id)).toEqual(["a-b", "c"]);
    expect(one?.rules.map(({ range }) => text.slice(range.start, range.end))).toEqual(["a-b", "c"]);
    expect(one?.rules.map(({ extent }) => text.slice(extent.start, extent.end))).toEqual(["B\n", "B\n"]);
    expect(text.slice(one?.removal.start, one?.removal.end)).toMatch(/^<!--.*-->\n$/);
  });

  test("in any encoding of lines, with and without a byte order mark", () => {
    const text =
      "# A\n\n<!-- blockers-disable-next-line a -- why -->\nB\n- C <!-- blockers-disable-line a -- why -->\n";
    for (const eol of ["\r\n", "\r"]) {
      const found = only(`\u{feff}${text.replaceAll("\n", eol)}`);
      expect(found.map(({ kind, rules }) => [kind, rules.length])).toEqual(
        only(text).map(({ kind, rules }) => [kind, rules.length]),
      );
      expect(found).toHaveLength(2);
    }
  });

  test("with a dash before its reason, for renderers that show two hyphens", () => {
    expect(only("A <!-- blockers-disable-line a — why -->\n")).toMatchObject([{ reason: "why", rules: [{ id: "a" }] }]);
  });

  test("over several lines", () => {
    const text = "<!--\n  blockers-disable-next-line a\n  -- because\n  of this\n-->\nB\n";
    const [one] = only(text);
    expect(one).toMatchObject({ rules: [{ id: "a" }] });
    expect(text.slice(one?.rules[0]?.extent.start, one?.rules[0]?.extent.end)).toBe("B\n");
  });

  test.each([
    ["in a fence", "```\n<!-- blockers-disable a -- b -->\n```\n"],
    ["in indented code", "A\n\n    <!-- blockers-disable a -- b -->\n"],
    ["in a code span", "A `<!-- blockers-disable a -- b -->`\n"],
    ["escaped", "A \\<!-- blockers-disable a -- b -->\n"],
    ["in an attribute", 'A <a title="<!-- blockers-disable a -- b -->">\n'],
    ["unclosed", "A\n\n<!-- blockers-disable a -- b\n\nC\n"],
    ["cut by a bar of a table", "| A |\n|---|\n| <!-- blockers-disable-line a -- b | c --> |\n"],
    ["in a generated table", "<!-- blockers:begin t -->\n<!-- blockers-disable a -- b -->\n<!-- blockers:end -->\n"],
    ["the marker of a table", "<!-- blockers:begin t -->\n<!-- blockers:end -->\n"],
    ["that only speaks of the tool", "<!-- blockers is a tool -->\n"],
  ])("but not %s", (_, text) => {
    expect(only(text)).toEqual([]);
  });

  test("in each of a table's cells, and beside one another", () => {
    const cell = "<!-- blockers-disable-line a — b -->";
    expect(only(`| A | B |\n|---|---|\n| 1 ${cell} | ${cell}${cell} |\n`)).toHaveLength(3);
    expect(only(`${cell} ${cell}\n`)).toHaveLength(2);
  });

  test("between rows as what ends the table", () => {
    const row = "<!-- blockers-disable-next-line a -- b -->\n";
    expect(only(`| A |\n|---|\n| 1 |\n${row}| 2 |\n`)).toMatchObject([{ cutsTable: true }]);
    expect(only(`| A |\n|---|\n| 1 |\n${row}\n| 2 |\n`)).toMatchObject([{ cutsTable: false }]);
    expect(only(`${row}| A |\n|---|\n| 1 |\n`)).toMatchObject([{ cutsTable: false }]);
  });
});

describe("many comments take no more than their share of time", () => {
  const COUNT = 5_000;
  const line = "<!-- blockers-disable-next-line a -- b -->";

  // With quadratic work each of these would take minutes.
  test.each([
    ["on lines of their own", `${line}\n`.repeat(COUNT)],
    ["on one line", `${line} `.repeat(COUNT)],
    ["on one line, behind words", `A ${line} `.repeat(COUNT)],
    ["with blank lines below", `A ${line.repeat(COUNT)}${"\n".repeat(COUNT * 10)}B\n`],
    ["unclosed", "<!-- blockers-disable a -- b\n".repeat(COUNT)],
    ["that open and enable", "<!-- blockers-disable a -- b -->\n<!-- blockers-enable -->\n".repeat(COUNT / 2)],
  ])("%s", { timeout: 60_000 }, (_, text) => {
    expect(readReport(text).suppressions.length).toBeLessThanOrEqual(COUNT);
  });
});
