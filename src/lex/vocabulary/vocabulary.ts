import type { Status } from "../../model/status.js";

/** Units of work time; they are never converted into each other. */
export type TimeUnit = "second" | "minute" | "hour" | "day" | "week" | "month";

/** Column roles that a header word gives away. */
export type HeaderRole = "key" | "status" | "percent" | "hours" | "commit" | "files" | "lines" | "notes";

/** Labels of lines whose value the reader looks at. */
export type LabelName = "status" | "date" | "overall" | "estimate" | "legend";

/**
 * What one language contributes to reading a report, as data. Every list may be short: a word that is
 * missing costs a finding and never makes one. All words are in lower case; a noun maps to its English singular.
 */
export interface Vocabulary {
  /** The sign before decimals; the other one groups thousands. */
  readonly decimal: "." | ",";
  /** Thousands are grouped by a plain space too: "1 234". */
  readonly spaced?: boolean;
  /** Small, frequent words by which the language is told. */
  readonly common: readonly string[];
  readonly statuses: Readonly<Partial<Record<Status, readonly string[]>>>;
  /** Statuses that are ordinary words too: they count only where they stand alone. */
  readonly weak: readonly string[];
  /** Answers, as in a column "Erledigt?"; they count only where they stand alone. */
  readonly yes?: readonly string[];
  readonly no?: readonly string[];
  /** Words before a word of done that turn it round: "nicht erledigt". */
  readonly not: readonly string[];
  /** The same behind it, as in Hindi, Turkish, Japanese and Korean. */
  readonly notAfter?: readonly string[];
  /** Further forms behind a share that say done: "4 von 5 erledigte". */
  readonly finished: readonly string[];
  /** Words behind a share that say open: "3 von 5 offen". */
  readonly open: readonly string[];
  /** Nouns of what reports count, in all their forms, by the English singular. */
  readonly nouns: Readonly<Record<string, readonly string[]>>;
  readonly units: Readonly<Partial<Record<TimeUnit, readonly string[]>>>;
  /** Further nouns that measure: money, bytes, characters. */
  readonly measures: readonly string[];
  /** Words in front of a number that is a name: "Schritt 3". */
  readonly numbered: readonly string[];
  /** Between part and whole: "4 von 5"; with the articles that may follow. */
  readonly of: readonly string[];
  readonly articles: readonly string[];
  /** Labels of rows and lines that sum up; grand ones sum up subtotals too. */
  readonly total: readonly string[];
  readonly grand: readonly string[];
  readonly average: readonly string[];
  /** Names of a totals row that say nothing else: "All". */
  readonly all?: readonly string[];
  /** Labels of what is left, and words behind a figure that say the same. */
  readonly remaining: readonly string[];
  readonly headers: Readonly<Partial<Record<HeaderRole, readonly string[]>>>;
  readonly labels: Readonly<Partial<Record<LabelName, readonly string[]>>>;
  /** Headers of the two columns of a legend: marks, and what they mean. */
  readonly marks: readonly string[];
  readonly meaning: readonly string[];
  /** Headings over what is still to be done. */
  readonly ahead: readonly string[];
  /** Words that a heading of a group may hold beside its status: "Completed work of this week". */
  readonly generic?: readonly string[];
  /** Headings that speak of the whole report. */
  readonly general?: readonly string[];
  /** Words of another moment than the report's, and of what is only wanted. */
  readonly past: readonly string[];
  readonly planned: readonly string[];
  /** What a figure may be without being a share of the work: rates, averages, grades. */
  readonly rates: readonly string[];
  /** Columns that are never added up, where these are others than the rates. */
  readonly unsummed?: readonly string[];
  /** What "8/10" may be without counting things: scores, steps. */
  readonly scores: readonly string[];
  /** The list below is a choice: "for example". */
  readonly selection: readonly string[];
  /** Words that open a new statement between a share and a percentage: "and", "with". */
  readonly joiners: readonly string[];
  readonly about: readonly string[];
  readonly atLeast: readonly string[];
  readonly atMost: readonly string[];
  /** Twelve entries, each with the names of one month. */
  readonly months: readonly (readonly string[])[];
}

/** "a | b | c" as a list; the data files stay readable that way. */
export function list(text: string): readonly string[] {
  return text
    .split("|")
    .map((word) => word.trim())
    .filter((word) => word !== "");
}

/** Twelve months, "january jan | february feb | ...". */
export function months(text: string): readonly (readonly string[])[] {
  return list(text).map((names) => names.split(/\s+/));
}
