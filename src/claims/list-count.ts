import { inLanguage } from "../lex/phrases.js";
import type { ListCountClaim } from "../model/claim.js";
import { sourceRange } from "../model/plain-text.js";
import { cover } from "../model/range.js";
import type { Fence, Report, TextUnit } from "../model/report.js";
import { type Announced, announcedCount, plainCount } from "./announced-count.js";
import { statedGroupSize, tallyLines } from "./file-lists.js";
import { type Introductions, listingsBelow } from "./introduced.js";
import { nestedSizes, sizes } from "./list-sizes.js";
import { placesOf } from "./places.js";

/** The list goes on beyond what is shown, or shows a choice. */
const selection = inLanguage("selection", (l) => l.selection);
const GOES_ON = /\.\.\.|…/u;

/** The line says that what follows is a choice. */
export function isSelection({ text, conventions }: TextUnit): boolean {
  return selection(conventions).test(text.value) || GOES_ON.test(text.value);
}

/** What the list nested in an entry may enumerate without a colon. */
const COUNTABLE =
  /^(?:file|script|item|task|blocker|feature|component|step|phase|pr|milestone|deliverable|document|module|endpoint|route|service|requirement|criterion)$/;

/** Every line that says how many things the list, table or fence under it holds. */
export function listCountClaims(report: Report, introduced: Introductions): ListCountClaim[] {
  const lines = placesOf(report)
    .numbered.filter((u) => u.kind !== "cell")
    .flatMap((unit) => announcedList(unit, introduced) ?? []);
  const groups = report.blocks.filter((b): b is Fence => b.kind === "fence").flatMap(groupClaims);
  return [...lines, ...groups];
}

function announcedList(unit: TextUnit, introduced: Introductions): ListCountClaim | undefined {
  const announced = announcedCount(unit);
  if (
    unit.kind === "entry" &&
    announced &&
    announced.noun !== "" &&
    !/[:：]\s*$/.test(unit.text.value) &&
    !COUNTABLE.test(announced.noun)
  )
    return undefined;
  if (!announced || isSelection(unit) || /\bcommits?\b/iu.test(unit.text.value)) return undefined;
  const listings = introduced.listings(unit);
  const below = unit.kind === "heading" && listings.length === 0 ? listingsBelow(unit.section) : [];
  const counted = [...sizes(listings, announced), ...(below.length > 0 ? nestedSizes(unit, below) : [])];
  if (counted.length === 0) return undefined;
  const range = sourceRange(unit.text, announced.start, announced.end);
  return {
    kind: "list-count",
    unit,
    range,
    raw: unit.text.value.slice(announced.start, announced.end),
    ...pick(announced),
    counted,
  };
}

function pick({
  quantity,
  whole,
  noun: n,
  qualified = false,
}: Announced): Pick<ListCountClaim, "quantity" | "whole" | "noun" | "qualified"> {
  return { quantity, whole, noun: n, qualified };
}

/** "API Routers (14):" inside a fence, over lines of files. */
function groupClaims(fence: Fence): ListCountClaim[] {
  return tallyLines(fence.lines).groups.flatMap((group): ListCountClaim[] => {
    const size = statedGroupSize(group.header);
    if (size === undefined || group.count === 0) return [];
    const value = group.header.text.value;
    const start = value.lastIndexOf(String(size));
    const last = group.lines.at(-1)?.range ?? group.header.range;
    return [
      {
        kind: "list-count",
        unit: group.header,
        range: sourceRange(group.header.text, start, start + String(size).length),
        raw: String(size),
        quantity: plainCount(size, String(size)),
        whole: undefined,
        noun: "file",
        qualified: false,
        counted: [
          { size: group.count, what: "files listed", open: group.open, range: cover(group.header.range, last) },
        ],
      },
    ];
  });
}
