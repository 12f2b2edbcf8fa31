import { z } from "zod";

const count = z.int().nonnegative();
/** 1-based. */
const place = z.int().positive();
const severity = z.enum(["error", "warning", "info"]);
const percent = z.number().nullable();

const coverageSchema = z.strictObject({
  claims: count,
  consistent: count,
  contradicted: count,
  cannotTell: count,
  reasons: z.record(z.string(), count),
});

const fixSchema = z.strictObject({
  title: z.string(),
  safety: z.enum(["safe", "unsafe"]),
  edits: z.array(
    z.strictObject({
      range: z.strictObject({ start: count, end: count }),
      expected: z.string(),
      newText: z.string(),
    }),
  ),
});

const diagnosticSchema = z.strictObject({
  rule: z.string(),
  severity,
  line: place,
  column: place,
  endLine: place,
  endColumn: place,
  message: z.string(),
  stated: z.string().nullable(),
  computed: z.string().nullable(),
  derivation: z.string().nullable(),
  proof: z.string().nullable(),
  changesConclusion: z.boolean(),
  related: z.array(z.strictObject({ line: place, text: z.string() })),
  fix: fixSchema.nullable(),
  fingerprint: z.string(),
});

const itemSchema = z.strictObject({ key: z.string(), title: z.string(), status: z.string(), percent, line: place });

/** Findings that comments in reports suppress, or that the baseline knows; they are in no list. */
const hiddenSchema = z.strictObject({ suppressed: count, baselined: count });

const fileSchema = z.strictObject({
  path: z.string(),
  items: z.array(itemSchema),
  coverage: coverageSchema,
  diagnostics: z.array(diagnosticSchema),
  hidden: hiddenSchema,
  notes: z.array(z.string()),
});

const toolSchema = z.strictObject({ name: z.string(), version: z.string() });

const summarySchema = z.strictObject({
  errors: count,
  warnings: count,
  infos: count,
  /** Findings that `--max-findings` left out of the list; the other counts have them. */
  omitted: count,
  hidden: hiddenSchema,
  coverage: coverageSchema,
});

/** The output of `blockers check --format json`. Lines and columns belong to the file's own text. */
export const checkOutputSchema = z.strictObject({
  schemaVersion: z.literal(1),
  tool: toolSchema,
  files: z.array(fileSchema),
  summary: summarySchema,
});

/** A line of `blockers check --format jsonl`: a finding, or, as the last one, the summary. */
export const checkLineSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("diagnostic"), path: z.string(), ...diagnosticSchema.shape }),
  z.strictObject({
    type: z.literal("summary"),
    schemaVersion: z.literal(1),
    tool: toolSchema,
    files: count,
    ...summarySchema.shape,
  }),
]);

const evidenceSchema = z.strictObject({ found: count, cited: count }).nullable();

const reportSchema = z.strictObject({
  path: z.string(),
  title: z.string(),
  rows: z.array(itemSchema.extend({ commits: evidenceSchema, files: evidenceSchema })),
  done: count,
  total: count,
  stated: z.strictObject({ text: z.string(), line: place }).nullable(),
  computed: z.string().nullable(),
  agrees: z.boolean().nullable(),
});

/** The output of `blockers status --format json`. Null stands for what is not stated or cannot be told. */
export const statusOutputSchema = z.strictObject({
  schemaVersion: z.literal(1),
  reports: z.array(reportSchema),
  summary: z.strictObject({ reports: count, done: count, total: count }),
});

/** The output of `blockers explain --format json`: all rules, or the one that was asked for. */
export const explainOutputSchema = z.strictObject({
  schemaVersion: z.literal(1),
  rules: z.array(
    z.strictObject({
      id: z.string(),
      summary: z.string(),
      rationale: z.string(),
      severity,
      onByDefault: z.boolean(),
      git: z.boolean(),
      wrong: z.string(),
      right: z.string(),
    }),
  ),
});

export type CheckOutput = z.infer<typeof checkOutputSchema>;
export type CheckLine = z.infer<typeof checkLineSchema>;
export type StatusOutput = z.infer<typeof statusOutputSchema>;
export type ExplainOutput = z.infer<typeof explainOutputSchema>;
