import type { Damage } from "../model/report.js";

export type MarkerDamage = Extract<Damage, { kind: "table-marker" }>;

/** What is wrong with a marker, in words that follow its place. */
export function describeMarker({ fault, id }: MarkerDamage): string {
  switch (fault) {
    case "no-end":
      return `the table "${id}" begins here and ends nowhere`;
    case "no-begin":
      return "a table ends here that begins nowhere";
    case "nested":
      return `the table "${id}" begins inside another one`;
    case "repeated":
      return `there is a table "${id}" above already`;
    case "unreadable":
      return "this is no marker of a table, though it looks like one";
  }
}

/** The two lines that a table is written between. */
export function markersFor(id: string): readonly [begin: string, end: string] {
  return [`<!-- blockers:begin ${id} -->`, "<!-- blockers:end -->"];
}

/** What to do about a marker that stands wrong. */
export const MARKER_HINT = `A table stands between ${markersFor("ID").join(" and ")}, each on a line of its own.`;
