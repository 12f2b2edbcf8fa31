import { columnFault, placeholderFault } from "../../config/table-faults.js";
import { BlockersError } from "../../errors.js";
import type { TableKind, TableLayout } from "../../model/tables.js";
import { templateFault } from "../../readiness/template-fault.js";
import type { ReportOptions } from "../options.js";

export interface TableFlags extends ReportOptions {
  readonly columns?: readonly string[];
  readonly template?: string;
  readonly write?: boolean;
  readonly check?: boolean;
  readonly force?: boolean;
  readonly into?: string;
  readonly id?: string;
}

/** Raises a usage error for flags that make no sense together, or for a template that cannot be used. */
export function requireSoundFlags(paths: readonly string[], flags: TableFlags): void {
  const { write, check, force, into, id, template, columns } = flags;
  if (write && check) throw usage("--write and --check exclude each other: --check writes nothing");
  if (force && !write) throw usage("--force overwrites what was changed by hand, so it needs --write");
  const inFile = write === true || check === true;
  if (into !== undefined && !inFile) {
    throw usage("--into names the file with the table, so it needs --write or --check", [
      `For example: blockers table ${[...paths, "--into", into].join(" ")} --write`,
    ]);
  }
  if (id !== undefined && !inFile) throw usage("--id names a table in a file, so it needs --write or --check");
  if (inFile && paths.includes("-")) throw usage('"-" stands for standard input, which has no table to keep');
  if (columns?.length === 0) throw usage("--columns: a table has at least one column");
  if (template === undefined) return;
  const fault = placeholderFault(template) ?? templateFault(template);
  if (fault !== undefined) throw usage(`--template: ${fault}`);
}

/**
 * The layout with what the flags say instead. Raises a usage error for a column that its kind of table does not have, be
 * it that the configuration was written for the other kind.
 */
export function withFlags(kind: TableKind, layout: TableLayout, { columns, template }: TableFlags): TableLayout {
  for (const column of columns ?? layout.columns ?? []) {
    const fault = columnFault(kind, column);
    if (fault !== undefined) throw usage(`${columns ? "--columns" : "the configured columns"}: ${fault}`);
  }
  return { ...layout, ...(columns && { columns }), ...(template !== undefined && { template }) };
}

export function usage(message: string, hints: readonly string[] = []): BlockersError {
  return new BlockersError("usage", message, hints);
}
