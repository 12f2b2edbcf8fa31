import type { Range } from "./range.js";

export type Severity = "error" | "warning" | "info";

export interface RelatedLocation {
  /** 1-based, in the file's own text. */
  readonly line: number;
  readonly text: string;
}

/** Replacement of a range of the file's own text, guarded by what must stand there now. */
export interface TextEdit {
  readonly range: Range;
  readonly expected: string;
  readonly newText: string;
}

export interface Fix {
  readonly title: string;
  /** `safe`: arithmetic of the report's own parts; `unsafe`: git or a judgement decides. */
  readonly safety: "safe" | "unsafe";
  readonly edits: readonly TextEdit[];
}

/** What a rule yields; the engine adds the rest. */
export interface Finding {
  readonly message: string;
  /** In the repaired text. */
  readonly range: Range;
  readonly severity: Severity;
  readonly stated?: string | undefined;
  readonly computed?: string | undefined;
  readonly derivation?: string | undefined;
  readonly proof?: string | undefined;
  readonly related?: readonly { readonly range: Range; readonly text: string }[];
  readonly changesConclusion?: boolean;
}

/** Plain JSON; the machine-readable contract (DESIGN section 10). Lines and columns are 1-based and belong to the file's own text. */
export interface Diagnostic {
  readonly rule: string;
  readonly severity: Severity;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
  readonly stated: string | null;
  readonly computed: string | null;
  readonly derivation: string | null;
  readonly proof: string | null;
  readonly changesConclusion: boolean;
  readonly related: readonly RelatedLocation[];
  readonly fix: Fix | null;
  /** Stable across moved lines: rule, section and claim text, with an ordinal for repeats. */
  readonly fingerprint: string;
}

/** How many of the figures that look like claims could be checked. */
export interface Coverage {
  readonly claims: number;
  readonly consistent: number;
  readonly contradicted: number;
  readonly cannotTell: number;
  /** `cannotTell` by reason. */
  readonly reasons: Readonly<Record<string, number>>;
}

export interface LintedItem {
  readonly key: string;
  readonly title: string;
  readonly status: string;
  readonly percent: number | null;
  readonly line: number;
}

/** Everything that was found out about one file. */
export interface FileResult {
  readonly path: string;
  readonly items: readonly LintedItem[];
  readonly coverage: Coverage;
  readonly diagnostics: readonly Diagnostic[];
  /** The file's own lines, for code frames; not part of the JSON. */
  readonly lines: readonly string[];
  /** Something to say that is no finding: "no item and no figure found", ... */
  readonly notes: readonly string[];
}
