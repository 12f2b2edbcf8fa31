import { z } from "zod";
import { closest, didYouMean } from "../model/closest.js";
import {
  COLUMNS,
  isPlaceholder,
  PLACEHOLDERS,
  placeholdersIn,
  TABLE_ID,
  type TableKind,
  type TableLayout,
} from "../model/tables.js";

const MAX_COLUMNS = 20;
const MAX_TEMPLATE = 2000;

const ID = new RegExp(`^${TABLE_ID}$`);

const TEMPLATE_PLACES = PLACEHOLDERS.map((name) => `{${name}}`).join(", ");

/** Editors are told which there are; what is wrong with one is told below, by the kind of its table. */
const column = z.string().meta({ enum: [...new Set<string>([...COLUMNS.items, ...COLUMNS.reports])] });

/** The tables of a configuration by their IDs, given what a list of globs is. */
export function tablesSchema(globs: z.ZodType<readonly string[]>): z.ZodType<Readonly<Record<string, TableLayout>>> {
  const table = z
    .strictObject({
      reports: globs
        .optional()
        .describe("The reports that it lists. Without them, it lists the items of the report that it stands in."),
      columns: z
        .array(column)
        .min(1)
        .max(MAX_COLUMNS)
        .optional()
        .describe("Its columns, from left to right; those of a table of reports are others than those of items."),
      template: z
        .string()
        .min(1)
        .max(MAX_TEMPLATE)
        .superRefine(refuseUnknownPlaceholder)
        .optional()
        .describe(`Markdown around the table, with places such as ${TEMPLATE_PLACES}.`),
    })
    .superRefine(refuseUnknownColumns);
  const id = z.string().regex(ID, "a name of at most 64 letters, digits, dots and dashes is needed");
  return z.record(id, table);
}

/** Why a table of that kind cannot have a column of that name; undefined where it can. */
export function columnFault(kind: TableKind, column: string): string | undefined {
  const known: readonly string[] = COLUMNS[kind];
  if (known.includes(column)) return undefined;
  const other = kind === "items" ? "reports" : "items";
  if ((COLUMNS[other] as readonly string[]).includes(column)) {
    return `a table of ${kind} has no column "${column}", only a table of ${other} has`;
  }
  const near = didYouMean(column, known);
  return `a table of ${kind} has no column "${column}"${near || `; it may have ${known.join(", ")}`}`;
}

/** Why a template cannot be used, as far as its words tell; undefined where they are all known. */
export function placeholderFault(template: string): string | undefined {
  const unknown = placeholdersIn(template).find(({ name }) => !isPlaceholder(name));
  if (!unknown) return undefined;
  const near = closest(unknown.name, PLACEHOLDERS);
  const hint = near === undefined ? `it may have ${TEMPLATE_PLACES}` : `did you mean {${near}}?`;
  return `a template has no place {${unknown.name}}; ${hint}`;
}

function refuseUnknownPlaceholder(template: string, context: z.RefinementCtx): void {
  const fault = placeholderFault(template);
  if (fault !== undefined) context.addIssue({ code: "custom", message: fault });
}

/** Which columns there are follows from what the table lists. */
function refuseUnknownColumns({ reports, columns = [] }: TableLayout, context: z.RefinementCtx): void {
  for (const [index, column] of columns.entries()) {
    const fault = columnFault(reports === undefined ? "items" : "reports", column);
    if (fault !== undefined) context.addIssue({ code: "custom", message: fault, path: ["columns", index] });
  }
}
