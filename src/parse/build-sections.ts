import type {
  BlockContent,
  Code,
  DefinitionContent,
  Heading,
  ListItem,
  List as MdList,
  Paragraph as MdParagraph,
  Table as MdTable,
  Root,
  RootContent,
} from "mdast";
import { conventionsOf } from "../lex/conventions.js";
import type { Conventions, OwnStatuses } from "../model/conventions.js";
import type { MappedText } from "../model/plain-text.js";
import type { Range } from "../model/range.js";
import type { Block, Damage, Entry, Fence, List, Paragraph, Section, TextUnit } from "../model/report.js";
import { lastNotAbove } from "../source/positions.js";
import { codeLines, holdsText } from "./code-lines.js";
import { drawnTable } from "./drawn-table.js";
import { readLegend } from "./legend.js";
import { logicalLines } from "./logical-lines.js";
import { plainText, slicePlain, trimPlain } from "./plain-text.js";
import { closeRanges, lastLine, type Positioned, rangeOf, spanOf } from "./ranges.js";
import { buildTable } from "./table.js";

/** The blocks of a document in their sections, with everything else that one walk over the tree yields. */
export interface Outline {
  readonly root: Section;
  readonly sections: Section[];
  readonly blocks: Block[];
  readonly units: TextUnit[];
  readonly damage: Damage[];
}

interface Place {
  readonly section: Section;
  readonly entry: Entry | undefined;
  readonly quoted: boolean;
}

/** What of one line is read, in characters: longer ones are data, and every figure looks around itself. */
const LONGEST_LINE = 4000;

/** One walk over the markdown tree: sections, blocks, units of text. */
export function buildOutline(tree: Root, source: string, own: OwnStatuses): Outline {
  const legend = readLegend(source, own);
  return new OutlineBuilder(source, legend.ranges, conventionsOf(source, legend.marks, own)).build(tree);
}

class OutlineBuilder {
  private readonly out: Outline;
  private section: Section;

  constructor(
    private readonly source: string,
    private readonly legends: readonly Range[],
    private readonly conventions: Conventions,
  ) {
    const root: Section = {
      depth: 0,
      heading: undefined,
      parent: undefined,
      children: [],
      blocks: [],
      range: { start: 0, end: source.length },
    };
    this.out = { root, sections: [root], blocks: [], units: [], damage: [] };
    this.section = root;
  }

  build(tree: Root): Outline {
    for (const node of tree.children) this.top(node);
    for (const section of this.out.sections) closeRanges(section);
    return this.out;
  }

  private top(node: RootContent): void {
    if (node.type === "heading") return this.open(node);
    const place: Place = { section: this.section, entry: undefined, quoted: false };
    this.section.blocks.push(...this.convert([node], place, undefined, this.section.blocks.at(-1)));
  }

  private open(node: Heading): void {
    let parent = this.section;
    while (parent.depth >= node.depth && parent.parent) parent = parent.parent;
    const section: Section = {
      depth: node.depth,
      heading: undefined,
      parent,
      children: [],
      blocks: [],
      range: rangeOf(node),
    };
    const text = trimPlain(plainText(node.children, this.source));
    const heading = this.unit("heading", text, rangeOf(node), { section, entry: undefined, quoted: false });
    Object.assign(section, { heading });
    parent.children.push(section);
    this.out.sections.push(section);
    this.section = section;
  }

  private convert(
    nodes: readonly (RootContent | BlockContent | DefinitionContent)[],
    place: Place,
    opener: TextUnit | undefined,
    before?: Block,
  ): Block[] {
    const blocks: Block[] = [];
    for (const node of nodes) {
      const previous = blocks.at(-1) ?? before;
      const lead = previous ? lastLine(previous) : (opener ?? place.section.heading);
      const block = this.block(node, place, lead);
      if (block) blocks.push(...block);
    }
    return blocks;
  }

  private block(
    node: RootContent | BlockContent | DefinitionContent,
    place: Place,
    lead: TextUnit | undefined,
  ): Block[] | undefined {
    const base = { range: rangeOf(node), section: place.section, lead, quoted: place.quoted || this.explains(node) };
    switch (node.type) {
      case "paragraph":
        return [this.register(this.paragraph(node, place, base))];
      case "list":
        return [this.list(node, place, base)];
      case "table":
        return [
          this.register(
            buildTable(node as MdTable, base, this.source, (t, r) => this.cell(t, r, place), this.out.damage),
          ),
        ];
      case "code": {
        const fence = this.fence(node, place, base);
        const table = drawnTable(fence, (t, r) => this.cell(t, r, place));
        return [this.register(table ?? fence)];
      }
      case "blockquote":
        return this.convert(node.children, { ...place, quoted: true }, lead);
      default:
        return undefined;
    }
  }

  /** True inside the report's legend. */
  private explains(node: Positioned): boolean {
    const { start, end } = rangeOf(node);
    const legend = this.legendAt(start);
    return legend !== undefined && end <= legend.end + 1;
  }

  /** The legend that an offset stands in; they follow each other. */
  private legendAt(offset: number): Range | undefined {
    const legend = this.legends[lastNotAbove(this.legends, offset, (l) => l.start)];
    return legend && legend.start <= offset && offset < legend.end ? legend : undefined;
  }

  private register<B extends Block>(block: B): B {
    this.out.blocks.push(block);
    return block;
  }

  private unit(kind: TextUnit["kind"], text: MappedText, range: Range, place: Place): TextUnit {
    const base = {
      kind,
      text: text.value.length > LONGEST_LINE ? slicePlain(text, 0, LONGEST_LINE) : text,
      range,
      section: place.section,
      quoted: place.quoted || this.legendAt(range.start) !== undefined,
      conventions: this.conventions,
    };
    const unit: TextUnit = place.entry ? { ...base, entry: place.entry } : base;
    if (kind !== "code") this.out.units.push(unit);
    return unit;
  }

  private cell(text: MappedText, range: Range, place: Place): TextUnit {
    return this.unit("cell", text, range, place);
  }

  private paragraph(node: MdParagraph, place: Place, base: Omit<Paragraph, "kind" | "lines">): Paragraph {
    const lines = logicalLines(plainText(node.children, this.source), this.source, this.conventions.own);
    return {
      ...base,
      kind: "paragraph",
      lines: lines.map((text) => this.unit("paragraph", text, spanOf(text), place)),
    };
  }

  private list(node: MdList, place: Place, base: Omit<List, "kind" | "ordered" | "entries" | "parent">): List {
    const list: List = { ...base, kind: "list", ordered: node.ordered === true, entries: [], parent: place.entry };
    this.register(list);
    node.children.forEach((item, i) => {
      const ordinal = list.ordered ? (node.start ?? 1) + i : undefined;
      list.entries.push(this.entry(item, list, ordinal, place));
    });
    return list;
  }

  private entry(node: ListItem, list: List, ordinal: number | undefined, place: Place): Entry {
    const entry: Entry = {
      list,
      ordinal,
      checked: node.checked ?? undefined,
      unit: undefined,
      blocks: [],
      range: rangeOf(node),
    };
    const inside: Place = { ...place, entry };
    const [first, ...rest] = node.children;
    let others: readonly (BlockContent | DefinitionContent)[] = node.children;
    let opener: TextUnit | undefined;
    if (first?.type === "paragraph") {
      others = rest;
      const [head, ...more] = logicalLines(plainText(first.children, this.source), this.source, this.conventions.own);
      if (head) opener = this.unit("entry", head, spanOf(head), inside);
      Object.assign(entry, { unit: opener });
      if (more.length > 0) {
        const lines = more.map((text) => this.unit("paragraph", text, spanOf(text), inside));
        const range = { start: lines[0]?.range.start ?? 0, end: lines.at(-1)?.range.end ?? 0 };
        entry.blocks.push(
          this.register({
            kind: "paragraph",
            range,
            section: place.section,
            lead: opener,
            quoted: place.quoted,
            lines,
          }),
        );
      }
    }
    entry.blocks.push(...this.convert(others, inside, opener, entry.blocks.at(-1)));
    return entry;
  }

  private fence(node: Code, place: Place, base: Omit<Fence, "kind" | "language" | "lines">): Fence {
    const language = (node.lang ?? "").toLowerCase();
    const lines = holdsText(language)
      ? codeLines(this.source, base.range, (text, range) => this.unit("code", text, range, place))
      : [];
    return { ...base, kind: "fence", language, lines };
  }
}
