import { type Tolerances, USUAL_TOLERANCES } from "../model/tolerances.js";
import { foldName, type Weights } from "../model/weights.js";
import type { TeamConfig, ToleranceConfig } from "./team.js";

/** What figures of reports are held against. */
export function measuresOf({ tolerances, weights }: TeamConfig): {
  readonly tolerances: Tolerances;
  readonly weights: Weights | undefined;
} {
  return { tolerances: tolerancesOf(tolerances), weights: weightsOf(weights) };
}

/** How far figures may be off, the usual where nothing is said. */
export function tolerancesOf({ lines, exactLines, about, percent }: ToleranceConfig = {}): Tolerances {
  const usual = USUAL_TOLERANCES;
  const approximate = about === undefined ? usual.counts.approximate : shareOf(about);
  return {
    counts: { ...usual.counts, approximate },
    lines: {
      exact: exactLines ?? usual.lines.exact,
      approximate,
      ...(lines === undefined ? {} : { share: shareOf(lines) }),
    },
    percent: percent ?? usual.percent,
  };
}

/** Weights by names as they are compared; undefined where none are given. */
export function weightsOf(config: Readonly<Record<string, number>> | undefined): Weights | undefined {
  const entries = Object.entries(config ?? {});
  return entries.length === 0 ? undefined : new Map(entries.map(([name, weight]) => [foldName(name), weight]));
}

function shareOf(text: string): number {
  return Number.parseFloat(text) / 100;
}
