import { z } from "zod";
import { COLUMNS, TABLE_ID, type TableLayout } from "../model/tables.js";
import { columnFault, placeholderFault, templatePlaces } from "./table-faults.js";

const MAX_COLUMNS = 20;
const MAX_TEMPLATE = 2000;

const ID = new RegExp(`^${TABLE_ID}$`);

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
        .describe(`Markdown around the table, with places such as ${templatePlaces()}.`),
    })
    .superRefine(refuseUnknownColumns);
  const id = z.string().regex(ID, "a name of at most 64 letters, digits, dots and dashes is needed");
  return z.record(id, table);
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
