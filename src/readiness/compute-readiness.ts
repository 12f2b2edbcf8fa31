import type { Judgement } from "../evidence/evaluate.js";
import type { Gathered } from "../evidence/judging.js";
import { itemWeights } from "../evidence/weights.js";
import type { Item } from "../model/item.js";
import type { EvidenceCount, Readiness, ReadinessRow } from "../model/readiness.js";
import type { Report } from "../model/report.js";
import { isDone } from "../model/status.js";
import type { Weights } from "../model/weights.js";
import { lastNotAbove, lineOf } from "../source/positions.js";
import { overallFigure, shareOf } from "./overall.js";

/** The readiness table of a report: its items, what they cite and what of it was found, stated beside computed. */
export function computeReadiness({ report, judgements, git }: Gathered, weights?: Weights): Readiness {
  const items = listedItems(report);
  const asked = git !== undefined && git.survey.repository.state === "present";
  const commits = new Located(judgements.filter(({ claim }) => claim.kind === "commit"));
  const files = new Located(judgements.filter(({ claim }) => claim.kind === "path" || claim.kind === "lines"));
  const rows = items.map(
    (item): ReadinessRow => ({
      key: item.key,
      title: item.title,
      status: item.status,
      percent: item.percent,
      commits: asked ? commitsOf(commits.of(item)) : undefined,
      files: asked ? filesOf(files.of(item)) : undefined,
      line: lineOfItem(item, report),
    }),
  );
  const done = items.filter((i) => isDone(i.status)).length;
  const overall = overallFigure(report, judgements);
  return {
    path: report.source.path,
    title: report.sections.find((s) => s.depth === 1)?.heading?.text.value ?? "",
    rows,
    done,
    total: rows.length,
    stated: overall && { text: overall.text, line: overall.line },
    computed:
      overall?.computed ??
      shareOf(
        items.map((item) => item.status),
        itemWeights(items, weights),
      ),
    agrees: overall?.agrees,
  };
}

/** The same table after lines were added to the report or taken away, and nothing else was changed. */
export function atLinesOf(report: Report, readiness: Readiness): Readiness {
  const items = listedItems(report);
  const lineAt = (at: number, before: number): number => (items[at] ? lineOfItem(items[at], report) : before);
  return { ...readiness, rows: readiness.rows.map((row, at) => ({ ...row, line: lineAt(at, row.line) })) };
}

function listedItems(report: Report): Item[] {
  return report.items.filter((item) => item.primary && item.status !== "unknown");
}

function lineOfItem(item: Item, report: Report): number {
  return lineOf(report.source, item.mentions[0]?.range.start ?? 0);
}

/** Judgements by where their claims start. */
class Located {
  private readonly sorted: readonly { readonly judgement: Judgement; readonly place: number }[];

  constructor(judgements: readonly Judgement[]) {
    const placed = judgements.map((judgement, place) => ({ judgement, place }));
    this.sorted = placed.sort((a, b) => startOf(a.judgement) - startOf(b.judgement));
  }

  /** Those that stand where an item is told of, its mentions' lines and the section under its heading; in their order. */
  of({ mentions, section }: Item): readonly Judgement[] {
    if (this.sorted.length === 0) return [];
    const found = new Map<number, Judgement>();
    for (const { range } of section ? [...mentions, section] : mentions) {
      let at = lastNotAbove(this.sorted, range.start - 1, ({ judgement }) => startOf(judgement));
      for (let one = this.sorted[at]; one && startOf(one.judgement) < range.end; one = this.sorted[++at])
        if (startOf(one.judgement) >= range.start) found.set(one.place, one.judgement);
    }
    return [...found].sort(([a], [b]) => a - b).map(([, judgement]) => judgement);
  }
}

function startOf({ claim }: Judgement): number {
  return claim.range.start;
}

function commitsOf(judgements: readonly Judgement[]): EvidenceCount | undefined {
  const cited = new Map<string, boolean>();
  for (const { claim, verdict } of judgements)
    if (claim.kind === "commit") cited.set(claim.id, verdict.kind === "consistent");
  return countOf(cited);
}

function filesOf(judgements: readonly Judgement[]): EvidenceCount | undefined {
  const cited = new Map<string, boolean>();
  for (const { claim, verdict } of judgements) {
    if (claim.kind !== "path" && claim.kind !== "lines") continue;
    const found =
      claim.kind === "path"
        ? verdict.kind === "consistent"
        : !(verdict.kind === "cannot-tell" && verdict.reason === "path-not-found");
    cited.set(claim.path, (cited.get(claim.path) ?? false) || found);
  }
  return countOf(cited);
}

function countOf(cited: ReadonlyMap<string, boolean>): EvidenceCount | undefined {
  return cited.size === 0 ? undefined : { found: [...cited.values()].filter(Boolean).length, cited: cited.size };
}
