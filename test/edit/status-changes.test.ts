import { describe, expect, test } from "vitest";
import { statusChanges } from "../../src/edit/status-changes.js";
import type { Status } from "../../src/model/status.js";
import { readReport } from "../helpers/check-text.js";

const MARKED = "- ✅ Bow\n- ✅ Stern\n- ✔ Keel\n- ⏳ Mast\n- ❌ Boom\n- ❌ Gaff\n";

/** The line of a list, with its status changed; undefined where that is left to a person. */
function changed(line: string, from: Status, to: Status, others = MARKED): string | undefined {
  const report = readReport(`# Rigging\n\n${line}\n\n## Others\n\n${others}`);
  const unit = report.units.find(({ kind }) => kind === "entry");
  if (!unit) throw new Error("no entry");
  const { text } = report.source;
  const found = statusChanges(report, unit, { from, to });
  const edited = found?.reduceRight(
    (now, { range, text: by }) => now.slice(0, range.start) + by + now.slice(range.end),
    text,
  );
  return edited?.split("\n")[2];
}

describe("the status of an entry", () => {
  test.each([
    ["- [ ] Anchor", "todo", "done", "- [x] Anchor"],
    ["- [x] Anchor", "done", "todo", "- [ ] Anchor"],
    ["3. [X] Anchor", "done", "todo", "3. [ ] Anchor"],
    ["- ⏳ Anchor", "todo", "done", "- ✅ Anchor"],
    ["- ✅ Anchor", "done", "todo", "- ⏳ Anchor"],
    ["- [x] ✅ Anchor", "done", "todo", "- [ ] ⏳ Anchor"],
    // The box is right already.
    ["- [x] ⏳ Anchor", "todo", "done", "- [x] ✅ Anchor"],
    // The mark says something else than what is wrong.
    ["- [ ] ✅ Anchor", "todo", "done", "- [x] ✅ Anchor"],
  ] as const)("%j from %s to %s: by the box and the mark that the report has", (line, from, to, expected) => {
    expect(changed(line, from, to)).toBe(expected);
  });

  test.each([
    ["in words", "- Anchor: done", "done", "todo", MARKED],
    ["in a mark behind words", "- Anchor ✅", "done", "todo", MARKED],
    ["with a mark for which the report has no other", "- ✅ Anchor", "done", "todo", "- ✅ Bow\n- ❌ Boom\n"],
    ["and there is no mark for something in between", "- ✅ Anchor", "done", "in-progress", MARKED],
  ] as const)("is left alone where it is stated %s", (_, line, from, to, others) => {
    expect(changed(line, from, to, others)).toBeUndefined();
  });
});
