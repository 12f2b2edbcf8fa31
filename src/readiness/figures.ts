import type { Readiness } from "../model/readiness.js";
import { isOpen } from "../model/status.js";

/** How far one report is, or several together. */
export interface Figures {
  readonly done: number;
  /** Still to be worked on; what was put off is neither done nor open. */
  readonly open: number;
  readonly total: number;
}

export function figuresOf(readinesses: readonly Readiness[]): Figures {
  const sum = (of: (readiness: Readiness) => number): number => readinesses.reduce((all, one) => all + of(one), 0);
  return {
    done: sum(({ done }) => done),
    open: sum(({ rows }) => rows.filter(({ status }) => isOpen(status)).length),
    total: sum(({ total }) => total),
  };
}

/** "80%", the share of items that are done; "" for none. */
export function percentText({ done, total }: Figures): string {
  return total === 0 ? "" : `${Math.round((100 * done) / total)}%`;
}

/** "4 of 5". */
export function doneText({ done, total }: Figures): string {
  return `${done} of ${total}`;
}

/** "4 of 5 done (80%)". */
export function summaryText(figures: Figures): string {
  return figures.total === 0 ? "No item was found." : `${doneText(figures)} done (${percentText(figures)})`;
}
