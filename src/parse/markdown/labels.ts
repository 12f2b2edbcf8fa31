import type { PhrasingContent } from "mdast";
import { BANG, BRACKET_CLOSE, BRACKET_OPEN, isSpaceOrLineEnd, PAREN_CLOSE, PAREN_OPEN } from "./chars.js";
import type { Run } from "./emphasis.js";
import type { InlineText } from "./inline-text.js";
import { readDestination, readLabel, readTitle, skipSpaceAndLineEnds, startsTitle, unindented } from "./link-parts.js";
import { Piece } from "./pieces.js";
import { decodeString, normalizeLabel } from "./strings.js";

const DEEPEST_PARENTHESES = 32;

interface Opening {
  readonly piece: Piece;
  readonly image: boolean;
  /** The last run before the label. */
  readonly run: Run | undefined;
  /** No link may stand in a link. */
  active: boolean;
}

interface Target {
  readonly end: number;
  readonly url?: string;
  readonly title?: string | null;
  readonly reference?: { readonly kind: "full" | "collapsed" | "shortcut"; readonly raw: string };
}

/** Links and images: labels in brackets, and what follows them. */
export class Labels {
  private readonly openings: Opening[] = [];
  /** The last bracket that is no escaped one: a label that holds one is nowhere defined. */
  private lastBracket = -1;
  /** Titles that nothing closes, by what opens them. */
  private readonly endless = new Set<number>();

  constructor(private readonly inline: InlineText) {}

  open(at: number): number {
    const { inline } = this;
    const image = at > inline.plainFrom && inline.source.text.charCodeAt(at - 1) === BANG;
    const from = image ? at - 1 : at;
    inline.flush(from);
    const piece = new Piece(from, at + 1, image ? "![" : "[");
    this.openings.push({ piece, image, run: inline.runs.last, active: true });
    inline.pieces.add(piece);
    inline.plainFrom = at + 1;
    this.lastBracket = at;
    return at + 1;
  }

  close(at: number): number {
    const opening = this.openings.pop();
    const innermost = opening !== undefined && this.lastBracket < opening.piece.to;
    this.lastBracket = at;
    if (!opening?.active) return at + 1;
    const target = this.target(opening, at, innermost);
    if (!target) return at + 1;
    this.link(opening, at, target);
    return target.end;
  }

  private link({ piece, image, run }: Opening, at: number, target: Target): void {
    const { inline } = this;
    inline.flush(at);
    inline.runs.resolve(run);
    const { pieces } = inline;
    const last = pieces.last as Piece;
    const children = last === piece ? [] : inline.nodes(piece.next, last);
    const node = nodeOf(image, children, target);
    node.position = inline.place(piece.from, target.end);
    pieces.replace(piece, last, new Piece(piece.from, target.end, "", node));
    inline.plainFrom = target.end;
    if (image) return;
    for (let i = this.openings.length - 1; i >= 0; i--) {
      const outer = this.openings[i] as Opening;
      if (outer.image) continue;
      if (!outer.active) break;
      outer.active = false;
    }
  }

  private target({ piece }: Opening, at: number, innermost: boolean): Target | undefined {
    const { text, to } = this.inline.source;
    const next = at + 1 < to ? text.charCodeAt(at + 1) : -1;
    if (next === PAREN_OPEN) {
      const resource = this.resource(at + 2);
      if (resource) return resource;
    }
    const { defined } = this.inline.context;
    if (next === BRACKET_OPEN && this.inline.source.isJoined) this.lookAtLabel(at + 1);
    if (defined.size === 0) return undefined;
    const raw = text.slice(piece.to, at);
    const isDefined = innermost && defined.has(normalizeLabel(raw));
    if (next === BRACKET_OPEN) {
      const label = readLabel(text, at + 1, to);
      const full = label && text.slice(label.from, label.to);
      if (label && full && defined.has(normalizeLabel(full)))
        return { end: label.end, reference: { kind: "full", raw: full } };
      if (!isDefined || at + 2 >= to || text.charCodeAt(at + 2) !== BRACKET_CLOSE) return undefined;
      return { end: at + 3, reference: { kind: "collapsed", raw } };
    }
    return isDefined ? { end: at + 1, reference: { kind: "shortcut", raw } } : undefined;
  }

  private lookAtLabel(at: number): void {
    const { text, to } = this.inline.source;
    const label = readLabel(text, at, to);
    this.inline.lookedTo(label?.end ?? bracketAfter(text, at + 1, to));
  }

  /** What stands in the parentheses after a label. */
  private resource(from: number): Target | undefined {
    const { text, to } = this.inline.source;
    let at = skipSpaceAndLineEnds(text, from, to);
    if (at < to && text.charCodeAt(at) === PAREN_CLOSE) return { end: at + 1, url: "", title: null };
    const destination = readDestination(text, at, to, DEEPEST_PARENTHESES);
    if (!destination) {
      this.inline.lookedTo(at);
      return undefined;
    }
    const url = decodeString(text.slice(destination.from, destination.to));
    at = destination.end;
    let title: string | null = null;
    if (at < to && isSpaceOrLineEnd(text.charCodeAt(at))) {
      at = skipSpaceAndLineEnds(text, at, to);
      const opener = at < to ? text.charCodeAt(at) : -1;
      if (startsTitle(opener)) {
        const part = this.endless.has(opener) ? undefined : readTitle(text, at, to);
        if (!part) {
          this.endless.add(opener);
          this.inline.lookedTo(to);
          return undefined;
        }
        title = part.from < part.to ? decodeString(unindented(text.slice(part.from, part.to))) : null;
        at = skipSpaceAndLineEnds(text, part.end, to);
      }
    }
    if (at < to && text.charCodeAt(at) === PAREN_CLOSE) return { end: at + 1, url, title };
    this.inline.lookedTo(at);
    return undefined;
  }
}

function bracketAfter(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === BRACKET_OPEN || code === BRACKET_CLOSE) return at;
  }
  return to;
}

function nodeOf(image: boolean, children: PhrasingContent[], { url, title, reference }: Target): PhrasingContent {
  if (!reference) {
    if (image) return { type: "image", title: title ?? null, url: url ?? "", alt: textOf(children) };
    return { type: "link", title: title ?? null, url: url ?? "", children };
  }
  const identifier = normalizeLabel(reference.raw).toLowerCase();
  const label = decodeString(reference.raw);
  const referenceType = reference.kind;
  if (image) return { type: "imageReference", identifier, label, referenceType, alt: textOf(children) };
  return { type: "linkReference", identifier, label, referenceType, children };
}

/** The words of nodes, as an image's description takes them. */
function textOf(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node) => {
      if ("value" in node) return node.value;
      if ("alt" in node) return node.alt ?? "";
      return "children" in node ? textOf(node.children) : "";
    })
    .join("");
}
