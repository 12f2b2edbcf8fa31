import type { PhrasingContent, Root, RootContent, Table, Text } from "mdast";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import { remark } from "remark";
import type { Processor } from "unified";
import { isPlaceholder, type Placeholder, placeholdersIn } from "../model/tables.js";
import { quoted, writeMarkdown } from "./writer.js";

/** What goes into the places of a template. */
export type Filling = Readonly<Record<Exclude<Placeholder, "table">, string>> & {
  /** Undefined for a report without items. */
  readonly table: Table | undefined;
};

function templateSyntax(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [gfmTable()];
  data.fromMarkdownExtensions = [gfmTableFromMarkdown()];
}

const makeReader = () => remark().use(templateSyntax).freeze();

/** Made on first use: most runs have no template. */
let reader: ReturnType<typeof makeReader> | undefined;

const NOTHING = "No item was found.";

/**
 * The template with its places filled, without a line end at its end. Placeholders are replaced in the tree, so that
 * what a report says stays text. The template must have no {@link misplaced} placeholder.
 */
export function fillTemplate(template: string, filling: Filling): string {
  const filled = read(template).children.flatMap((node) => fill(node, filling));
  return writeMarkdown(filled).trimEnd() || NOTHING;
}

/** Why a template cannot be used, although it names nothing unknown; undefined for one that can. */
export function misplaced(template: string): string | undefined {
  return fault(read(template));
}

function read(template: string): Root {
  reader ??= makeReader();
  return reader.parse(template.replace(/\r\n?/g, "\n"));
}

type Node = Root | RootContent;

/** A table takes the place of its paragraph, and none leaves nothing; everything else stands among other words. */
function fill(node: RootContent, filling: Filling): RootContent[] {
  if (isTablePlace(node)) return filling.table ? [filling.table] : [];
  if (!("children" in node)) return [node];
  const children = (node.children as RootContent[]).flatMap((child): RootContent[] =>
    child.type === "text" ? fillText(child, filling) : fill(child, filling),
  );
  return [{ ...node, children } as RootContent];
}

function fillText({ value }: Text, filling: Filling): PhrasingContent[] {
  const pieces: PhrasingContent[] = [];
  const own = (text: string): void => {
    if (text !== "") pieces.push({ type: "text", value: text });
  };
  let at = 0;
  for (const { name, start, end } of placeholdersIn(value)) {
    if (!isPlaceholder(name) || name === "table") continue;
    own(value.slice(at, start));
    pieces.push(quoted(filling[name]));
    at = end;
  }
  own(value.slice(at));
  return pieces;
}

function isTablePlace(node: Node): boolean {
  if (node.type !== "paragraph" || node.children.length !== 1) return false;
  const [only] = node.children;
  return only?.type === "text" && only.value.trim() === "{table}";
}

function fault(node: Node): string | undefined {
  if (isTablePlace(node)) return undefined;
  if (node.type === "text") {
    const table = placeholdersIn(node.value).some(({ name }) => name === "table");
    return table ? "{table} must be a paragraph of its own, with empty lines around it" : undefined;
  }
  const found = placeholdersIn(fixedText(node))[0];
  if (found) return `{${found.name}} cannot stand in code, in HTML or in the address of a link`;
  if (!("children" in node)) return undefined;
  for (const child of node.children as RootContent[]) {
    const inside = fault(child);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

/** What a node holds beside its children; the writer copies it as it is. */
function fixedText(node: Node): string {
  const { value = "", url = "", title, alt, lang, meta } = node as unknown as Partial<Record<string, string | null>>;
  return [value, url, title, alt, lang, meta].join("\n");
}
