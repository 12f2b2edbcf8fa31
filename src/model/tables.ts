/** What a readiness table lists: the items of one report, or several reports. */
export type TableKind = "items" | "reports";

export const ITEM_COLUMNS = ["key", "title", "status", "percent", "commits", "files", "evidence", "line"] as const;
export const REPORT_COLUMNS = ["report", "title", "done", "open", "total", "percent", "stated"] as const;

export type ItemColumn = (typeof ITEM_COLUMNS)[number];
export type ReportColumn = (typeof REPORT_COLUMNS)[number];

/** The columns that a table of that kind may have. */
export const COLUMNS = { items: ITEM_COLUMNS, reports: REPORT_COLUMNS } as const satisfies Record<
  TableKind,
  readonly string[]
>;

/** Columns that say what git knows of the things an item cites. */
export const GIT_COLUMNS: readonly string[] = ["commits", "files", "evidence"] satisfies ItemColumn[];

/** What may stand in braces in a template. */
export const PLACEHOLDERS = ["table", "title", "done", "open", "total", "percent", "summary"] as const;

export type Placeholder = (typeof PLACEHOLDERS)[number];

export const DEFAULT_TEMPLATE = "{table}\n\n{summary}";

/** How a table looks and what it is made of; what is undefined is the tool's own choice. */
export interface TableLayout {
  /** Globs of the reports it lists; undefined for a table of the items of the report that it stands in. */
  readonly reports?: readonly string[] | undefined;
  readonly columns?: readonly string[] | undefined;
  readonly template?: string | undefined;
}

/** What a block may be called, in its marker and in the configuration, as the source of a pattern. */
export const TABLE_ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

const IN_BRACES = /\{([A-Za-z][\w-]*)\}/g;

/** The names in braces in a text, known or not, with their places. */
export function placeholdersIn(
  text: string,
): { readonly name: string; readonly start: number; readonly end: number }[] {
  return [...text.matchAll(IN_BRACES)].map((m) => ({
    name: m[1] ?? "",
    start: m.index,
    end: m.index + m[0].length,
  }));
}

export function isPlaceholder(name: string): name is Placeholder {
  return (PLACEHOLDERS as readonly string[]).includes(name);
}
