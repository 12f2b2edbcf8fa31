import type { Conventions, OwnStatuses } from "./conventions.js";
import type { Item } from "./item.js";
import type { PlainText } from "./plain-text.js";
import type { Range } from "./range.js";
import type { SourceText } from "./source-text.js";
import type { Status } from "./status.js";
import type { Suppression } from "./suppression.js";

/** What a stretch of text is in the document. */
export type UnitKind = "heading" | "paragraph" | "entry" | "cell" | "code";

/** One logical line of text: the smallest thing that a claim stands in. */
export interface TextUnit {
  readonly kind: UnitKind;
  readonly text: PlainText;
  readonly range: Range;
  readonly section: Section;
  /** The list entry whose text this is, or in which it stands. */
  readonly entry?: Entry;
  /** Set for cells. */
  readonly cell?: { readonly table: Table; readonly row: number; readonly column: number };
  /** Inside a block quotation: somebody else's words; or in the report's legend, which explains and claims nothing. */
  readonly quoted: boolean;
  /** How the report it stands in writes numbers and marks. */
  readonly conventions: Conventions;
}

/** A heading and all that follows up to the next heading of its rank; the root has depth 0 and no heading. */
export interface Section {
  readonly depth: number;
  readonly heading: TextUnit | undefined;
  readonly parent: Section | undefined;
  readonly children: Section[];
  readonly blocks: Block[];
  range: Range;
}

export type Block = Paragraph | List | Table | Fence;

interface BlockBase {
  readonly range: Range;
  readonly section: Section;
  /** The text that introduces the block: the line before it, or the heading or entry that it opens. */
  readonly lead: TextUnit | undefined;
  readonly quoted: boolean;
}

export interface Paragraph extends BlockBase {
  readonly kind: "paragraph";
  readonly lines: readonly TextUnit[];
}

export interface List extends BlockBase {
  readonly kind: "list";
  readonly ordered: boolean;
  readonly entries: Entry[];
  /** The entry that the list is nested in. */
  readonly parent: Entry | undefined;
}

export interface Entry {
  readonly list: List;
  /** The number of an ordered entry, as written. */
  readonly ordinal: number | undefined;
  /** A task-list box: ticked, empty, or none. */
  readonly checked: boolean | undefined;
  /** The entry's first line; undefined for an empty entry. */
  readonly unit: TextUnit | undefined;
  /** What follows the first line: further paragraphs, nested lists, fences. */
  readonly blocks: Block[];
  readonly range: Range;
}

/** What a column holds, from its header and its cells. */
export type ColumnRole =
  | "key"
  | "title"
  | "status"
  | "percent"
  | "hours"
  | "commit"
  | "files"
  | "lines"
  | "notes"
  | "other";

export interface Table extends BlockBase {
  readonly kind: "table";
  /** `box`: drawn with lines inside a fence. */
  readonly origin: "gfm" | "box";
  readonly header: readonly TextUnit[];
  readonly rows: Row[];
  roles: readonly ColumnRole[];
}

export interface Row {
  readonly cells: readonly TextUnit[];
  readonly range: Range;
  /** A row that sums up others is no item. */
  readonly total: boolean;
}

/** A code block. Its lines are claims only where they are a list of files or of commits. */
export interface Fence extends BlockBase {
  readonly kind: "fence";
  readonly language: string;
  readonly lines: readonly TextUnit[];
}

/** "**Status**: RESOLVED", "- Effort: 3 hours". Offsets are into the unit's text. */
export interface Field {
  readonly unit: TextUnit;
  /** Lower case, without markup. */
  readonly label: string;
  /** Where the value starts in `unit.text.value`. */
  readonly valueStart: number;
}

/** Damage to the text itself, seen while reading. */
export type Damage =
  | { readonly kind: "unbalanced-fence"; readonly range: Range; readonly swallowed: number }
  | { readonly kind: "merge-conflict"; readonly range: Range }
  | { readonly kind: "ragged-row"; readonly range: Range; readonly cells: number; readonly columns: number }
  | { readonly kind: "table-marker"; readonly range: Range; readonly fault: MarkerFault; readonly id: string };

/** What can be wrong with the markers of a generated block: which of the two lacks, or stands where it cannot. */
export type MarkerFault = "no-end" | "no-begin" | "nested" | "repeated" | "unreadable";

/** A readiness table that this program writes, between a begin and an end marker. Nothing in it is part of the report. */
export interface GeneratedBlock {
  readonly id: string;
  /** 1-based line of the begin marker. */
  readonly line: number;
  /** The begin marker. */
  readonly begin: Range;
  /** The whole lines between the two markers. */
  readonly inner: Range;
  /** How the line of the begin marker ends. */
  readonly eol: string;
  /** What the file has there, without the line of the checksum and without blank lines at its ends; lines end in `\n`. */
  readonly content: string;
  /** As written beside the content: what it was made with, and how it was to look. */
  readonly checksum: string | undefined;
  readonly layout: string | undefined;
}

/** A report as its readers see it. */
export interface Report {
  readonly source: SourceText;
  readonly root: Section;
  /** In document order, root first. */
  readonly sections: readonly Section[];
  /** Every block, nested ones too, in document order. */
  readonly blocks: readonly Block[];
  /** Every unit of prose, headings, entries and cells, in document order; code lines are apart. */
  readonly units: readonly TextUnit[];
  readonly fields: readonly Field[];
  readonly items: readonly Item[];
  /** The report's date as it states it, ISO, if it does. */
  readonly date: string | undefined;
  /** What the report's head says of the whole. */
  readonly status: Status;
  readonly damage: readonly Damage[];
  /** In document order; only those whose markers both stand where they should. */
  readonly generated: readonly GeneratedBlock[];
  /** The further words and marks of status that it was read with; another version of it is read with the same. */
  readonly statuses: OwnStatuses;
  /** Comments that are meant to suppress findings, in document order. */
  readonly suppressions: readonly Suppression[];
}
