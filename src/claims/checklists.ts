import { stem, subjectStems } from "../lex/words.js";
import type { StatusClaim } from "../model/claim.js";
import { pushTo } from "../model/grouped.js";
import { quote } from "../model/plain-text.js";
import type { Entry, Report, Section } from "../model/report.js";
import { isWish } from "./wishes.js";

const WHOLE = /^all\b|\b(?:updated|completed?|done|pass|passes|passed|passing|finished|verified)$/iu;
const STATE = new Set(
  ["pass", "updat", "complet", "don", "done", "finish", "verify", "verifi", "need", "test"].map(stem),
);

/** "All tests pass" is ticked while every box of the testing checklist is empty. */
export function checklistStatusClaims(report: Report): StatusClaim[] {
  const lists = report.sections.flatMap((section) => {
    const boxes = boxesBelow(section);
    return boxes.length >= 3 && boxes.every((e) => e.checked === false) && section.depth > 1
      ? [{ section, boxes }]
      : [];
  });
  const focused = lists
    .map((list) => ({ ...list, stems: subjectStems(list.section.heading?.text.value ?? "") }))
    .filter(({ stems }) => stems.size <= 3);
  const byStem = new Map<string, (typeof focused)[number][]>();
  for (const list of focused) for (const one of list.stems) pushTo(byStem, one, list);
  if (focused.length === 0) return [];
  return report.items.flatMap((item): StatusClaim[] => {
    const mention = item.mentions[0];
    if (!mention || item.primary || item.status !== "done" || mention.kind !== "entry") return [];
    if (!WHOLE.test(item.title) || isWish(mention.unit)) return [];
    const subject = [...subjectStems(item.title)].filter((s) => !STATE.has(s) || s === "test");
    const rare = byRarity(subject, byStem)[0] ?? "";
    const match = byStem
      .get(rare)
      ?.find(
        ({ section, stems }) =>
          !contains(section, mention.range.start) && subject.length > 0 && subject.every((s) => stems.has(s)),
      );
    if (!match) return [];
    const against = match.boxes.slice(0, 6).map((e) => ({
      status: "todo" as const,
      range: e.unit?.range ?? e.range,
      text: `[ ] ${e.unit?.text.value ?? ""}`,
    }));
    return [
      {
        kind: "status",
        unit: mention.unit,
        range: mention.range,
        raw: mention.unit.text.value,
        subject: item.title,
        status: "done",
        against,
        why: `all ${match.boxes.length} boxes under ${quote(match.section.heading?.text.value ?? "")}`,
      },
    ];
  });
}

/** The stems in order of how few things hold them. */
export function byRarity(stems: Iterable<string>, holders: ReadonlyMap<string, readonly unknown[]>): string[] {
  const count = (one: string): number => holders.get(one)?.length ?? 0;
  return [...stems].sort((a, b) => count(a) - count(b));
}

function boxesBelow(section: Section): Entry[] {
  const own = section.blocks.flatMap((b) =>
    b.kind === "list" ? b.entries.filter((e) => e.checked !== undefined) : [],
  );
  return [...own, ...section.children.flatMap(boxesBelow)];
}

function contains(section: Section, offset: number): boolean {
  return section.range.start <= offset && offset < section.range.end;
}
