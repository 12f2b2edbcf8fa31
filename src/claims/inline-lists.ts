import { figures } from "../lex/numbers.js";
import { noun, words } from "../lex/words.js";
import type { ListCountClaim } from "../model/claim.js";
import { sourceRange } from "../model/plain-text.js";
import type { Report, TextUnit } from "../model/report.js";
import { isSelection } from "./list-count.js";
import { isMeasure } from "./nouns.js";
import { placesOf } from "./places.js";

const BETWEEN = /^\s*(?:,|;|and|&|\+|,\s*and)\s*$/iu;
const END = /^\s*[.)]?\s*$/u;

/** "Added 4 commands: `pier`, `crane`, `gate`": a count, and the names in code behind its colon up to the end of the line. */
export function inlineListClaims(report: Report): ListCountClaim[] {
  return placesOf(report)
    .numbered.filter((u) => u.kind !== "code" && u.kind !== "heading" && u.text.spans.length > 1 && !isSelection(u))
    .flatMap((unit) => inlineList(unit) ?? []);
}

function inlineList(unit: TextUnit): ListCountClaim | undefined {
  const { value, spans } = unit.text;
  const colon = value.search(/[:：]\s*(?=\S)/u);
  const codes = spans.filter((s) => s.kind === "code" && s.start > colon);
  const [first] = codes;
  const last = codes.at(-1);
  if (colon < 0 || !first || !last || codes.length < 2 || value.slice(colon + 1, first.start).trim() !== "")
    return undefined;
  const joined = codes.every((code, i) => i === 0 || BETWEEN.test(value.slice(codes[i - 1]?.end ?? 0, code.start)));
  if (!joined || !END.test(value.slice(last.end))) return undefined;
  const counts = figures(value.slice(0, colon), unit.conventions);
  const count = counts.at(-1);
  const named = words(value.slice(count?.end ?? 0, colon));
  const things = noun(named.at(-1) ?? "");
  const exact = count && !count.percent && count.quantity.bound === "exact" && !count.quantity.approximate;
  if (!count || !exact || count.quantity.sign !== "" || named.length === 0 || named.length > 3 || isMeasure(things))
    return undefined;
  const range = sourceRange(unit.text, first.start, last.end);
  return {
    kind: "list-count",
    unit,
    range: sourceRange(unit.text, count.start, count.end),
    raw: count.quantity.raw,
    quantity: count.quantity,
    whole: undefined,
    qualified: false,
    noun: things,
    counted: [{ size: codes.length, what: "names listed", open: false, range }],
  };
}
