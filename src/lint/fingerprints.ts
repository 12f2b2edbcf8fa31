import { createHash } from "node:crypto";
import type { Judgement } from "../evidence/evaluate.js";
import { words } from "../lex/words.js";
import type { Finding } from "../model/diagnostic.js";
import type { Item } from "../model/item.js";
import { oneLine } from "../model/plain-text.js";
import type { Range } from "../model/range.js";
import type { ColumnRole, Report, Section, TextUnit } from "../model/report.js";
import { lastNotAbove } from "../source/positions.js";

/** A finding and the rule that made it. */
export interface Made {
  readonly rule: { readonly id: string };
  readonly finding: Finding;
}

/** Digits in a fingerprint. */
const LENGTH = 32;

/** A label is at most this long; what stands behind does not tell more. */
const LABEL = 160;

/** Figures that are no part of a name: shares and dates. */
const FIGURES =
  /\p{N}{4}-\p{N}{2}-\p{N}{2}|(?<![\p{N}.,])(?:\p{N}{1,2}[./]\p{N}{1,2}[./]\p{N}{2,4}|\p{N}[\p{N}.,]*\s*(?:%|\/\s*\p{N}+|of\s+\p{N}+))/giu;
const ASIDE = /\([^()]*\)/g;
const MARKUP = /[*_`~\\]+/g;

/**
 * What findings are known by from one version of a report to the next: rule, path, headings above, what the row or the line
 * is about, and the words that are wrong, with an ordinal for repeats. No line number, no count and no computed value takes
 * part, so that edits elsewhere keep it; another wrong figure is another finding.
 */
export function fingerprints(
  report: Report,
  judgements: readonly Judgement[],
  all: readonly Made[],
): ReadonlyMap<Finding, string> {
  const seen = new Map<string, number>();
  const names = new NameReader(report, judgements);
  return new Map(
    all.map(({ rule, finding }) => {
      const { range } = finding;
      const wrong = report.source.text.slice(range.start, Math.max(range.end, range.start + 1));
      const identity = [rule.id, report.source.path, ...names.above(range), ...names.beside(range), plain(wrong)];
      const key = JSON.stringify(identity);
      const ordinal = seen.get(key) ?? 0;
      seen.set(key, ordinal + 1);
      return [finding, createHash("sha256").update(`${key}${ordinal}`).digest("hex").slice(0, LENGTH)] as const;
    }),
  );
}

/** Without emphasis and code marks, on one line. */
function plain(text: string): string {
  return oneLine(text.replace(MARKUP, " "));
}

/** What a stretch of text is about: its words without shares, dates, marks, and asides that count something. */
function nameOf(text: string): string {
  const counted = text.replace(ASIDE, (aside) => (/\p{N}/u.test(aside) ? " " : aside));
  return words(counted.replace(FIGURES, " ")).join(" ");
}

/** Names of places in one report. */
class NameReader {
  private readonly claims = new Map<TextUnit, Range[]>();
  private readonly headings = new Map<Section, readonly string[]>();
  private readonly labels = new Map<TextUnit, string>();
  private readonly items: ReadonlyMap<Section | undefined, Item>;

  constructor(
    private readonly report: Report,
    judgements: readonly Judgement[],
  ) {
    this.items = new Map(report.items.map((item) => [item.section, item]));
    for (const { claim } of judgements) {
      const ranges = this.claims.get(claim.unit) ?? [];
      ranges.push(claim.range);
      this.claims.set(claim.unit, ranges);
    }
  }

  /** The headings above, the highest first. */
  above({ start }: Range): readonly string[] {
    const { sections } = this.report;
    const section = sections[lastNotAbove(sections, start, (one) => one.range.start)];
    return section ? this.headingsOf(section) : [];
  }

  private headingsOf(section: Section): readonly string[] {
    const known = this.headings.get(section);
    if (known) return known;
    const item = this.items.get(section);
    // The heading of an item tells its status, too.
    const own = item ? nameOf(`${item.key} ${item.title}`) : section.heading ? this.nameOf(section.heading) : "";
    const names = section.parent ? [...this.headingsOf(section.parent), own] : [own];
    this.headings.set(section, names);
    return names;
  }

  /** In a table the row and the column; else what stands before on the line, or behind where nothing does. */
  beside({ start }: Range): readonly string[] {
    const { units } = this.report;
    const unit = units[lastNotAbove(units, start, (one) => one.range.start)];
    if (!unit || start >= unit.range.end) return [];
    if (!unit.cell) return [this.nameOf(unit, start) || this.nameOf(unit)];
    const { table, row, column } = unit.cell;
    const labels = (table.rows[row]?.cells ?? []).filter((cell, at) => this.isLabel(table.roles[at]) && cell !== unit);
    const others = labels.length > 0 ? labels : (table.rows[row]?.cells ?? []).slice(0, 1);
    const header = table.header[column];
    return [others.map((cell) => this.nameOf(cell)).join(" "), header ? this.nameOf(header) : ""];
  }

  private isLabel(role: ColumnRole | undefined): boolean {
    return role === "key" || role === "title";
  }

  /** Of a unit, only what stands before an offset where one is given. */
  private nameOf(unit: TextUnit, before?: number): string {
    const label = this.labelOf(unit);
    if (before === undefined) return nameOf(label);
    const length = unit.text.offsets.findIndex((offset, at) => offset >= before || at > LABEL);
    return nameOf(label.slice(0, length < 0 ? undefined : length));
  }

  /** The start of a unit's text with blanks for what it claims: claims change, so that they are no names. */
  private labelOf(unit: TextUnit): string {
    const known = this.labels.get(unit);
    if (known !== undefined) return known;
    const { value, offsets } = unit.text;
    const claims = this.claims.get(unit) ?? [];
    const characters = value.slice(0, LABEL).split("");
    const isClaimed = (offset: number) => claims.some(({ start, end }) => start <= offset && offset < end);
    const label = characters.map((one, at) => (isClaimed(offsets[at] ?? 0) ? " " : one)).join("");
    this.labels.set(unit, label);
    return label;
  }
}
