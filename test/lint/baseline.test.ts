import { describe, expect, test } from "vitest";
import { hideBaselined } from "../../src/lint/baseline.js";
import type { CheckedReport } from "../../src/lint/check-reports.js";
import type { BaselineEntry } from "../../src/model/baseline.js";
import { checkText } from "../helpers/check-text.js";

const TEXT = "# A\n\nDone: 60% (2 of 3)\n\nDone: 60% (2 of 3)\n";

const entriesOf = ({ report, result }: CheckedReport): BaselineEntry[] =>
  result.diagnostics.map(({ rule, fingerprint }) => ({ path: report.source.path, rule, words: "", fingerprint }));

describe("a baseline", () => {
  test("hides what it knows, and counts it", async () => {
    const checked = await checkText(TEXT);
    const { checked: shown, stale } = hideBaselined([checked], entriesOf(checked));
    expect(shown.map(({ result }) => [result.diagnostics, result.hidden])).toEqual([
      [[], { suppressed: 0, baselined: 2 }],
    ]);
    expect(stale).toEqual([]);
  });

  test("hides one finding for each entry", async () => {
    const checked = await checkText(TEXT);
    const [first, second] = checked.result.diagnostics;
    const { checked: shown } = hideBaselined([checked], entriesOf(checked).slice(0, 1));
    expect(shown[0]?.result.diagnostics).toEqual([second]);
    expect(first?.fingerprint).not.toBe(second?.fingerprint);
    const twice = hideBaselined([checked, checked], entriesOf(checked));
    expect(twice.checked.map(({ result }) => result.hidden.baselined)).toEqual([2, 0]);
  });

  test("hides nothing of another file, nor by another rule's name", async () => {
    const checked = await checkText(TEXT);
    for (const over of [{ path: "B.md" }, { rule: "total-mismatch" }]) {
      const entries = entriesOf(checked).map((entry) => ({ ...entry, ...over }));
      expect(hideBaselined([checked], entries).checked[0]?.result.diagnostics).toHaveLength(2);
    }
  });

  test("does not know what is suppressed by now", async () => {
    const entries = entriesOf(await checkText(TEXT));
    const reason = "<!-- blockers-disable-file percentage-mismatch -- agreed upon -->";
    const { stale } = hideBaselined([await checkText(`${TEXT}\n${reason}\n`)], entries);
    expect(stale).toEqual(entries);
  });
});

describe("an entry is stale", () => {
  test("where its report was checked and its rule heard, and it was not found", async () => {
    const entries = entriesOf(await checkText(TEXT));
    const right = TEXT.replaceAll("60%", "67%");
    expect(hideBaselined([await checkText(right)], entries).stale).toEqual(entries);
    expect(hideBaselined([await checkText(right, { skip: ["percentage-mismatch"] })], entries).stale).toEqual([]);
    expect(hideBaselined([await checkText(right, { path: "B.md" })], entries).stale).toEqual([]);
    const git = entries.map((entry) => ({ ...entry, rule: "file-not-found" }));
    expect(hideBaselined([await checkText(right)], git).stale).toEqual([]);
  });
});
