import { closest, didYouMean } from "../model/closest.js";
import { COLUMNS, isPlaceholder, PLACEHOLDERS, placeholdersIn, type TableKind } from "../model/tables.js";

/** The places that a template may have. */
export function templatePlaces(): string {
  return PLACEHOLDERS.map((name) => `{${name}}`).join(", ");
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
  const hint = near === undefined ? `it may have ${templatePlaces()}` : `did you mean {${near}}?`;
  return `a template has no place {${unknown.name}}; ${hint}`;
}
