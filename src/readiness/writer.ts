import type { PhrasingContent, Root, RootContent, Table, TableRow, Text } from "mdast";
import { gfmTableToMarkdown } from "mdast-util-gfm-table";
import { remark } from "remark";
import stringWidth from "string-width";
import type { Processor } from "unified";

declare module "mdast" {
  interface TextData {
    /** The text is a report's, and nothing in it may become markup. */
    quoted?: true;
  }
}

type Extension = ReturnType<typeof gfmTableToMarkdown>;
type Handlers = NonNullable<Extension["handlers"]>;
type Unsafe = NonNullable<Extension["unsafe"]>[number];

/**
 * Characters that become markup on the forges, beyond what the writer escapes: struck-out text, and addresses that turn
 * into links by themselves.
 */
const LITERALS: Unsafe[] = [
  { character: "~" },
  { character: ":", before: "[PpSs]", after: "\\/" },
  { character: ".", before: "[Ww]", after: "[\\-.\\w]" },
  { character: "@", before: "[+\\-.\\w]", after: "[\\-.\\w]" },
].map((pattern) => ({ ...pattern, inConstruct: "phrasing" }));

const writeText: NonNullable<Handlers["text"]> = (node: Text, _, state, info) => {
  if (node.data?.quoted !== true) return state.safe(node.value, info);
  const { unsafe } = state;
  state.unsafe = [...unsafe, ...LITERALS];
  const written = state.safe(node.value, info);
  state.unsafe = unsafe;
  return written;
};

/** Tables aligned by what a terminal shows, so that East Asian text and emoji keep their columns straight. */
function tables(this: Processor): void {
  this.data().toMarkdownExtensions = [
    gfmTableToMarkdown({ stringLength: stringWidth }),
    { handlers: { text: writeText }, bullet: "-", rule: "-" },
  ];
}

const makeWriter = () => remark().use(tables).freeze();

/** Made on first use: most runs write no markdown. */
let writer: ReturnType<typeof makeWriter> | undefined;

/** A tree as markdown; ends in a line end. */
export function writeMarkdown(children: RootContent[]): string {
  const root: Root = { type: "root", children };
  writer ??= makeWriter();
  return writer.stringify(root);
}

/**
 * Characters that nobody sees: controls, what turns the direction of text around, what hides in a name. Joiners stay, and
 * so do the variation selectors of emoji.
 */
const UNSEEN = /[\p{Cc}\p{Cs}\u{180e}\u{200b}\u{202a}-\u{202e}\u{2060}-\u{206f}\u{fff9}-\u{fffb}\u{e0000}-\u{e0fff}]/gu;

/** A text of a report on one line, of which the writer makes no markup. */
export function quoted(text: string): Text {
  const line = text.replace(/\s+/gu, " ").replace(UNSEEN, "").trim();
  return { type: "text", value: line, data: { quoted: true } };
}

export interface Column {
  readonly header: string;
  readonly right?: true;
}

/** A table of cells that are each a text of a report, or nodes of our own. */
export function tableOf(columns: readonly Column[], rows: readonly (readonly (string | PhrasingContent[])[])[]): Table {
  const row = (cells: readonly (string | PhrasingContent[])[]): TableRow => ({
    type: "tableRow",
    children: cells.map((cell) => ({
      type: "tableCell",
      children: typeof cell === "string" ? [quoted(cell)] : cell,
    })),
  });
  return {
    type: "table",
    align: columns.map((column) => (column.right ? "right" : null)),
    children: [columns.map((column) => column.header), ...rows].map(row),
  };
}
