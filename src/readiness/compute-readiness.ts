import type { Judgement } from "../evidence/evaluate.js";
import type { Gathered } from "../evidence/gather.js";
import { itemWeights } from "../evidence/weights.js";
import type { Item } from "../model/item.js";
import type { EvidenceCount, Readiness, ReadinessRow } from "../model/readiness.js";
import type { Report } from "../model/report.js";
import { isDone } from "../model/status.js";
import type { Weights } from "../model/weights.js";
import { lineOf } from "../source/positions.js";
import { overallFigure, shareOf } from "./overall.js";

/** The readiness table of a report: its items, what they cite and what of it was found, stated beside computed. */
export function computeReadiness({ report, judgements, git }: Gathered, weights?: Weights): Readiness {
  const items = listedItems(report);
  const asked = git !== undefined && git.survey.repository.state === "present";
  const rows = items.map(
    (item): ReadinessRow => ({
      key: item.key,
      title: item.title,
      status: item.status,
      percent: item.percent,
      commits: asked ? commitsOf(item, judgements) : undefined,
      files: asked ? filesOf(item, judgements) : undefined,
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

/** Where an item is told of: its mentions' lines and the section under its heading. */
function belongs(item: Item, offset: number): boolean {
  return (
    item.mentions.some((m) => m.range.start <= offset && offset < m.range.end) ||
    (item.section !== undefined && item.section.range.start <= offset && offset < item.section.range.end)
  );
}

function commitsOf(item: Item, judgements: readonly Judgement[]): EvidenceCount | undefined {
  const cited = new Map<string, boolean>();
  for (const { claim, verdict } of judgements) {
    if (claim.kind === "commit" && belongs(item, claim.range.start)) cited.set(claim.id, verdict.kind === "consistent");
  }
  return countOf(cited);
}

function filesOf(item: Item, judgements: readonly Judgement[]): EvidenceCount | undefined {
  const cited = new Map<string, boolean>();
  for (const { claim, verdict } of judgements) {
    if ((claim.kind !== "path" && claim.kind !== "lines") || !belongs(item, claim.range.start)) continue;
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
