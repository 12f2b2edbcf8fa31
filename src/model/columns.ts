import { oncePer } from "./once.js";
import type { ColumnRole, Table } from "./report.js";

const firstOfRoles = oncePer(
  ({ roles }: Table) => new Map(roles.map((role, at): [ColumnRole, number] => [role, at]).reverse()),
);

/** The first column of a role, -1 where there is none: many rows ask, and a table may have many columns. */
export function columnOf(table: Table, role: ColumnRole): number {
  return firstOfRoles(table).get(role) ?? -1;
}
