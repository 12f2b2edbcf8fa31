import { grouped } from "../model/grouped.js";
import { lazy } from "../model/lazy.js";
import { oncePer } from "../model/once.js";
import type { Block, List, Report, Section, TextUnit } from "../model/report.js";
import { firstFrom } from "../model/sorted.js";

/** The list that ends right before a unit in its section. */
export function listsBefore(report: Report): (unit: TextUnit) => List | undefined {
  const bySection = lazy(() =>
    grouped(
      report.blocks.filter((b) => b.kind !== "list" || !b.parent),
      (b) => b.section,
    ),
  );
  const around = oncePer((section: Section) => enclosingLists(bySection().get(section) ?? []));
  return ({ section, range }) => {
    const blocks = bySection().get(section) ?? [];
    let at = firstFrom(blocks, range.start, (b) => b.range.start);
    // What the unit itself stands in is not over yet; an empty block may begin where it does.
    while (blocks[at] && (blocks[at]?.range.end ?? 0) <= range.start) at++;
    do at--;
    while (at >= 0 && (blocks[at]?.range.end ?? 0) > range.start);
    const last = blocks[at];
    const list = last?.kind === "list" ? last : around(section)[at];
    return list && list.range.end <= range.start ? list : undefined;
  };
}

/** For each of some blocks in order the innermost list around it. */
function enclosingLists(blocks: readonly Block[]): readonly (List | undefined)[] {
  const open: List[] = [];
  return blocks.map((block) => {
    while (open.length > 0 && (open.at(-1)?.range.end ?? 0) < block.range.end) open.pop();
    const list = open.at(-1);
    if (block.kind === "list") open.push(block);
    return list;
  });
}
