import { sameSubject, subjectStems } from "../lex/words.js";
import { pushTo } from "../model/grouped.js";
import type { Item, Mention } from "../model/item.js";
import { isLog } from "../parse/column-roles.js";
import { isNumberedOnce } from "../parse/keys.js";
import { quote, type Rule } from "./rule.js";

export const duplicateItem: Rule = {
  id: "duplicate-item",
  severity: "warning",
  git: false,
  summary: "Two items of one table or list carry the same key",
  rationale:
    "Keys identify items. Only siblings are compared (rows of one table, headings under one heading) and only where their titles share no word.",
  wrong:
    "| Task | Status |\n|---|---|\n| #1: Login form | DONE |\n| #2: Upload | TODO |\n| #2: Nightly export | TODO |\n",
  right:
    "| Task | Status |\n|---|---|\n| #1: Login form | DONE |\n| #2: Upload | TODO |\n| #3: Nightly export | TODO |\n",
  check({ report }) {
    const seen = new Map<string, { item: Item; mention: Mention }[]>();
    for (const item of report.items) {
      for (const mention of item.mentions) {
        if (mention.key === undefined || (mention.kind !== "row" && mention.kind !== "heading")) continue;
        if (!isNumberedOnce(mention.key, item.family) || isLog(mention.unit.cell?.table)) continue;
        const place = mention.unit.cell
          ? `t${mention.unit.cell.table.range.start}`
          : `s${mention.unit.section.parent?.range.start ?? 0}`;
        const key = `${place} ${mention.key.toLowerCase()}`;
        pushTo(seen, key, { item, mention });
      }
    }
    return [...seen.values()].flatMap((group) => {
      const [first, ...rest] = group.sort((a, b) => a.mention.range.start - b.mention.range.start);
      const other = rest.find((r) => first && r.item !== first.item && distinct(first.mention.title, r.mention.title));
      if (!first || !other) return [];
      return [
        {
          message: `the key ${quote(other.mention.key ?? "")} names two items: ${quote(first.mention.title)} and ${quote(other.mention.title)}`,
          range: other.mention.range,
          severity: "warning" as const,
          stated: other.mention.key,
          related: [{ range: first.mention.range, text: first.mention.title }],
        },
      ];
    });
  },
};

function distinct(a: string, b: string): boolean {
  if (a === "" || b === "" || sameSubject(a, b)) return false;
  const left = subjectStems(a);
  return ![...subjectStems(b)].some((s) => left.has(s));
}
