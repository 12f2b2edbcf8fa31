import type { Claim } from "./claim.js";
import type { Range } from "./range.js";
import type { TextUnit } from "./report.js";

export type Severity = "error" | "warning" | "info";

export interface RelatedLocation {
  /** 1-based, in the file's own text. */
  readonly line: number;
  readonly text: string;
}

/** Replacement of a range, guarded by what must stand there now. */
export interface TextEdit {
  /** UTF-16 offsets into the file's own text, without the byte order mark. */
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

/** A written number that has to be another one. Ranges are those of the repaired text. */
export interface FigureChange {
  readonly kind: "figure";
  /** Where the figure stands, with whatever sign and unit it has. */
  readonly range: Range;
  readonly stated: number;
  readonly computed: number;
  /** "~650" becomes "~770": a rounded figure stays as round as it was. */
  readonly bound: "exact" | "about" | "at-least" | "at-most";
  /** Digits behind the decimal sign, at most. */
  readonly decimals: number;
  /** What the figure counts, singular; "" where that is not known, undefined where its number does not depend on the figure. */
  readonly noun: string | undefined;
}

/** Text that has to be another one. */
export interface TextChange {
  readonly kind: "text";
  readonly range: Range;
  readonly text: string;
}

/** What would have to stand there for a finding to go; made into a {@link Fix} in the report's own way of writing. */
export interface Correction {
  /** By default the first change, in words. */
  readonly title?: string;
  readonly safety: Fix["safety"];
  readonly changes: readonly (FigureChange | TextChange)[];
  /** The text in which the changes stand; undefined where they stand in several. */
  readonly unit: TextUnit | undefined;
  /** Places that the value was computed from, and what of them counts. */
  readonly from: readonly Range[];
  readonly by: "figures" | "statuses" | "entries";
  /** Only to be trusted where another claim holds one of these places to be right. */
  readonly unproven?: boolean;
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
  /** Undefined where nothing that could be written would settle it. */
  readonly correction?: Correction | undefined;
  /** The claim that it is about, if it is about one. */
  readonly claim?: Claim;
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

/** Findings that are not among the diagnostics, since somebody said that they are known. */
export interface Hidden {
  /** By a comment in the report. */
  readonly suppressed: number;
  /** By the baseline. */
  readonly baselined: number;
}

/** Everything that was found out about one file. */
export interface FileResult {
  /** What the file is called on screen. */
  readonly path: string;
  /** Relative to the top of its repository; as on screen for a file outside of any, and for standard input. */
  readonly repositoryPath: string;
  readonly items: readonly LintedItem[];
  readonly coverage: Coverage;
  readonly diagnostics: readonly Diagnostic[];
  readonly hidden: Hidden;
  /** The file's own lines, for code frames; not part of the JSON. */
  readonly lines: readonly string[];
  /** Offsets at which the lines start in the file's own text, for the places of edits; not part of the JSON. */
  readonly lineStarts: readonly number[];
  /** Something to say that is no finding: "no item and no figure found", ... */
  readonly notes: readonly string[];
}
