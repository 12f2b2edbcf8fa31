import type { Nodes, RootContent } from "mdast";
import type { Readiness } from "../model/readiness.js";
import { defaultItemColumns, itemTable } from "./item-table.js";
import { quoted, writeMarkdown } from "./writer.js";

/** Whom a forge would tell of it, and what it would note at another place: no backslash keeps it from that, but code does. */
const CALLS_OUT = /(?<![\w.+-])@[\p{L}\d]|[\w-]\/[\w.-]+#\d|\bGH-\d/u;

/**
 * The readiness tables of reports as markdown, a heading each; text from reports is escaped by the writer, and stands in code
 * where it names somebody.
 */
export function readinessToMarkdown(readinesses: readonly Readiness[]): string {
  const children = readinesses.flatMap((r): RootContent[] => [
    { type: "heading", depth: 2, children: [quoted(r.title || r.path)] },
    ...(r.rows.length > 0 ? [itemTable(r, columnsOf(r))] : []),
    { type: "paragraph", children: [quoted(footer(r))] },
  ]);
  for (const child of children) muteNames(child);
  return writeMarkdown(children);
}

function muteNames(node: Nodes): void {
  if (!("children" in node)) return;
  for (const [index, child] of node.children.entries()) {
    if (child.type === "text" && CALLS_OUT.test(child.value))
      node.children[index] = { type: "inlineCode", value: child.value };
    else muteNames(child);
  }
}

function columnsOf(readiness: Readiness) {
  const evidence = readiness.rows.some((r) => r.commits ?? r.files);
  return [...defaultItemColumns(readiness), ...(evidence ? ["evidence" as const] : [])];
}

function footer(r: Readiness): string {
  const stated = r.stated ? `Stated: ${r.stated.text} (line ${r.stated.line}). ` : "";
  const agrees = r.agrees === undefined ? "" : r.agrees ? " They agree." : " They do not agree.";
  return `${stated}${r.computed ? `Computed: ${r.computed}.${r.stated ? agrees : ""}` : "No item was found."}`;
}
