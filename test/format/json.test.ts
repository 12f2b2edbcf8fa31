import { describe, expect, it } from "vitest";
import { formatCheckJson } from "../../src/format/json-check.js";
import { formatStatusJson } from "../../src/format/json-status.js";
import { checkOutputSchema, statusOutputSchema } from "../../src/format/schema.js";
import { diagnostic, readiness, result, row } from "./samples.js";

const tool = { name: "blockers", version: "0.1.0" };

describe("formatCheckJson", () => {
  const edits = [{ range: { start: 14, end: 17 }, expected: "26h", newText: "22h" }];
  const full = result({
    items: [{ key: "#1", title: "Cranes", status: "done", percent: null, line: 4 }],
    coverage: {
      claims: 4,
      consistent: 1,
      contradicted: 1,
      cannotTell: 2,
      reasons: { "no-subject": 1, "ambiguous-scope": 1 },
    },
    diagnostics: [
      diagnostic({ related: [{ line: 2, text: "2h" }], fix: { title: "write 22h", safety: "safe", edits } }),
      diagnostic({ severity: "warning", changesConclusion: true, stated: null, message: "\u{1b}[31m\u{d800}" }),
      diagnostic({ severity: "info" }),
    ],
    notes: ["a note"],
  });

  it("is what the schema says", () => {
    const output = formatCheckJson([full, result()], tool);
    const parsed = checkOutputSchema.parse(JSON.parse(output));
    expect(parsed.summary).toEqual({
      errors: 1,
      warnings: 1,
      infos: 1,
      omitted: 0,
      hidden: { suppressed: 0, baselined: 0 },
      coverage: parsed.files[0]?.coverage,
    });
    expect(parsed.files[0]?.diagnostics[0]?.fix?.edits).toEqual(edits);
    expect(parsed.files[0]?.diagnostics[1]?.message).toBe("\u{1b}[31m\\u{d800}");
    expect(output).not.toContain("\u{1b}");
    expect(output.endsWith("}\n")).toBe(true);
  });

  it("does not depend on the order of keys, and leaves out the lines", () => {
    const turned = Object.fromEntries(Object.entries(full).reverse()) as unknown as typeof full;
    const reasons = Object.fromEntries(Object.entries(full.coverage.reasons).reverse());
    const other = { ...turned, coverage: { ...full.coverage, reasons } };
    expect(formatCheckJson([other], tool)).toBe(formatCheckJson([full], tool));
    expect(formatCheckJson([full], tool)).not.toContain("**Total**");
  });

  it("is sound without files", () => {
    expect(checkOutputSchema.parse(JSON.parse(formatCheckJson([], tool))).files).toEqual([]);
  });
});

describe("formatStatusJson", () => {
  it("is what the schema says, with null for what is not known", () => {
    const rows = [row("#1", "Cranes", { percent: 95, commits: { found: 1, cited: 2 } }), row("#2", "Sheds")];
    const output = formatStatusJson([
      readiness({
        rows,
        done: 2,
        total: 2,
        stated: { text: "90%", line: 3 },
        computed: "100% (2 of 2 done)",
        agrees: false,
      }),
      readiness(),
    ]);
    const { reports, summary } = statusOutputSchema.parse(JSON.parse(output));
    expect(summary).toEqual({ reports: 2, done: 2, total: 2 });
    expect(reports[0]?.rows[1]).toEqual({
      key: "#2",
      title: "Sheds",
      status: "done",
      percent: null,
      line: 1,
      commits: null,
      files: null,
    });
    expect(reports[1]).toMatchObject({ stated: null, computed: null, agrees: null });
  });
});
