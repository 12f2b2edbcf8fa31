import { describe, expect, test } from "vitest";
import { checkReports } from "../../src/lint/check-reports.js";
import type { Report } from "../../src/model/report.js";
import type { TableLayout } from "../../src/model/tables.js";
import { rewriteTables } from "../../src/readiness/rewrite-tables.js";
import { planItems, planReports } from "../../src/readiness/table-plan.js";
import { staleReadinessTable } from "../../src/rules/stale-readiness-table.js";
import { checkText, readReport } from "../helpers/check-text.js";

const MARKERS = "<!-- blockers:begin all -->\n<!-- blockers:end -->\n";
const LAYOUT: TableLayout = { reports: ["docs/*.md"] };

const LAUNCH = "# Launch\n\n- [x] Login\n- [ ] Mail\n";
const MOVE = "# Move\n\n- [x] Boxes\n- [x] Van\n";

/** A file with a table over both reports, as it was when nothing of them had changed. */
async function overview(): Promise<string> {
  const [launch, move] = await checkReports([readReport(LAUNCH, "docs/a.md"), readReport(MOVE, "docs/b.md")]);
  if (!launch || !move) throw new Error("two reports were read");
  const listed = [
    { link: "docs/a.md", readiness: launch.readiness },
    { link: "docs/b.md", readiness: move.readiness },
  ];
  const bytes = rewriteTables(readReport(`# All\n\n${MARKERS}`, "README.md"), [planReports("all", listed, LAYOUT)]);
  return Buffer.from(bytes).toString();
}

const tables = new Map([["all", { layout: LAYOUT, sources: ["docs/a.md", "docs/b.md"] }]]);

async function findings(reports: readonly Report[], options: Parameters<typeof checkReports>[1]): Promise<string[]> {
  const checked = await checkReports(reports, options);
  return checked.flatMap(({ result }) =>
    result.diagnostics.map(({ rule, severity, stated, computed }) => `${rule} ${severity}: ${stated} / ${computed}`),
  );
}

describe("a table over several reports", () => {
  test("is held against them, whether they are checked or read besides", async () => {
    const [all, launch, move] = [
      readReport(await overview(), "README.md"),
      readReport(LAUNCH.replace("[ ]", "[x]"), "docs/a.md"),
      readReport(MOVE, "docs/b.md"),
    ];
    const stale = [
      "stale-readiness-table error: | [docs/a.md](docs/a.md) | 1 of 2 | 1 | 50% | / | [docs/a.md](docs/a.md) | 2 of 2 | 0 | 100% |",
    ];
    expect(await findings([all, launch, move], { tables })).toEqual(stale);
    expect(await findings([all], { tables, besides: [launch, move] })).toEqual(stale);
    expect(await findings([all, readReport(LAUNCH, "docs/a.md"), move], { tables })).toEqual([]);
  });

  test("is not judged without all of them, nor by another layout", async () => {
    const [all, launch, move] = [
      readReport(await overview(), "README.md"),
      readReport(LAUNCH.replace("[ ]", "[x]"), "docs/a.md"),
      readReport(MOVE, "docs/b.md"),
    ];
    expect(await findings([all, launch], { tables })).toEqual([]);
    expect(await findings([all, launch, move], {})).toEqual([]);
    const other = new Map([["all", { layout: { reports: ["docs/**"] }, sources: ["docs/a.md", "docs/b.md"] }]]);
    expect(await findings([all, launch, move], { tables: other })).toEqual([]);
  });

  test("needs no figures of its own beside it", async () => {
    const [checked] = await checkReports([readReport(await overview(), "README.md")], {});
    expect(checked?.result.notes).toEqual([]);
  });
});

describe("a table of a report's own items", () => {
  const stale = async (layout: TableLayout): Promise<string> => {
    const checked = await checkText(`${LAUNCH}\n${MARKERS}`);
    const bytes = rewriteTables(checked.report, [planItems("all", checked, layout)]);
    return Buffer.from(bytes).toString().replace("- [ ] Mail", "- [x] Mail");
  };

  test("with a column of git is not judged where git is not asked", async () => {
    const layout = { columns: ["title", "status", "commits"] };
    const report = readReport(await stale(layout));
    expect(await findings([report], { tables: new Map([["all", { layout }]]) })).toEqual([]);
  });

  test("comes with what would put it right", async () => {
    const text = await stale({});
    const report = readReport(text);
    const { readiness } = await checkText(text);
    const [block] = report.generated;
    if (!block) throw new Error("the table is there");
    const content = planItems("all", { report, readiness }, {}).contentIn(report);
    const state = { block, edited: false, expected: { content, inner: "\nnew\n" } };
    const [finding] = staleReadinessTable.check({
      report,
      judgements: [],
      changed: [],
      tables: [state],
      suppressionFaults: [],
    });
    expect(finding?.correction?.changes).toEqual([{ kind: "text", range: block.inner, text: "\nnew\n" }]);
  });

  test("put right by that is current", async () => {
    const text = await stale({});
    const checked = await checkText(text);
    const written = Buffer.from(rewriteTables(checked.report, [planItems("all", checked, {})])).toString();
    expect(written).not.toBe(text);
    expect(await findings([readReport(written)], {})).toEqual([]);
  });
});
