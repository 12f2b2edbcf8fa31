import type { GeneratedBlock, Report } from "../model/report.js";
import { parseReport } from "../parse/parse-report.js";
import { decode, encode } from "../source/decode.js";
import { rawRange } from "../source/positions.js";
import type { TablePlan } from "./table-plan.js";
import { innerText, isEdited } from "./table-text.js";

/** Writing moves lines, which a table may name; it does so once, and the second round has them right. */
const MAX_ROUNDS = 4;

/** Whether a block holds what its plan gives, made to the same layout. */
export function isCurrent(block: GeneratedBlock, plan: TablePlan, now: Report): boolean {
  return block.layout === plan.layout && !isEdited(block) && block.content === plan.contentIn(now);
}

/** The bytes of the report's file with the planned blocks rewritten; every other byte is as it was. */
export function rewriteTables(report: Report, plans: readonly TablePlan[]): Uint8Array {
  let now = report;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const raw = rewritten(now, plans);
    if (raw === now.source.raw) break;
    now = parseReport(decode(encode(raw, now.source.bom), now.source.path), { statuses: now.statuses });
  }
  return encode(now.source.raw, now.source.bom);
}

function rewritten(report: Report, plans: readonly TablePlan[]): string {
  const { source } = report;
  let raw = source.raw;
  // From the last to the first, so that the places of the others stay.
  for (const block of report.generated.toReversed()) {
    const plan = plans.find(({ id }) => id === block.id);
    if (!plan || isCurrent(block, plan, report)) continue;
    const { start, end } = rawRange(source, block.inner);
    raw = raw.slice(0, start) + innerText(plan.contentIn(report), plan.layout, block.eol) + raw.slice(end);
  }
  return raw;
}
