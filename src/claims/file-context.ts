import { inLanguage } from "../lex/phrases.js";
import { en } from "../lex/vocabulary/en.js";
import { noun, words } from "../lex/words.js";
import type { FileAction } from "../model/claim.js";
import { oncePer } from "../model/once.js";
import type { Section, TextUnit } from "../model/report.js";
import { groupOver } from "./group-over.js";

const CREATED = /\b(?:created|creat(?:es|ing)?|new|added)\b/iu;
const MODIFIED = /\b(?:modified|changed|updated|edited)\b/iu;
const DELETED = /\b(?:deleted|removed|remove|dropped)\b/iu;
const FILES =
  /\bfiles?\b|\bscripts?\b|^[\s*_\p{Extended_Pictographic}]*(?:created|modified|deleted|removed|added|changed|updated)\b/iu;
/** "Added `aria-hidden` to the icons in:" lists where something was done, not what was made. */
const PLACE_ONLY =
  /\b(?:added|created|changed|updated|removed|fixed)\b.+\b(?:in|to|into|across|on|for|from)\s*(?:(?:the following(?: files)?|these(?: files)?)\s*)?(?:[:：]\s*)?$/iu;
/** What is made by a program, still to come, or only a suggestion is not claimed to be in the repository. */
const NOT_YET =
  /\b(?:artifacts?|generat\w*|outputs?|planned|plan|to (?:be )?(?:creat|generat|add|writ)\w*|will|would|should|future|proposed|proposal|todo|to-do|enabled?|needed|missing|remaining|example|sample|template|suggest\w*|recommend\w*|optional|requires?|required|must|create|extend|expected|usage|blocked|not (?:yet|started|found|present|tracked|committed|in git)|gitignored?|ignored|upcoming|next steps?|estimated|if |downloads?|upload|reports?\/|logs?\/|removed?|deleted|dropped|deprecated|obsolete|renamed|moved|formerly|previously|before|old|legacy|archived?|consolidated|merged into|replaced)\b/iu;

/** What repositories leave out by custom. */
const UNTRACKED =
  /(?:^|\/)(?:\.env(?:\.(?!example|sample|template|staging)[\w.]+)?|node_modules|dist|build|coverage|out|target|logs?|tmp|temp|venv|\.venv|__pycache__|\.next|\.cache|credentials[\w.]*|secrets?[\w.]*)(?:\/|$)|\.(?:log|pyc|db|sqlite3?|zip|tar|gz|tgz|pid|tmp|bak|key|pem)$/i;

/** The same in other languages than English. */
const notNow = inLanguage("not now", (l) =>
  l === en
    ? []
    : [
        ...l.past,
        ...l.planned,
        ...(l.statuses.todo ?? []),
        ...(l.statuses.deferred ?? []),
        ...l.not.filter((w) => w.length > 1),
      ],
);

/** The same, said by the line itself. */
const NOT_YET_OWN =
  /\b(?:planned|to be (?:created|added|generated|written)|will (?:be )?(?:create|add|generate|contain)\w*|not yet|todo|ignored|gitignored|removed|deleted|dropped|renamed|moved|deprecated|obsolete|would|should|if needed|missing|not (?:found|present|tracked|committed|in git|started|implemented)|(?:old|previous|former|earlier) (?:version|file|code|location)|does(?:n't| not) exist|non-?existent|example)\b|[❌⏳🔜]/iu;

/** The lines above a line that say what it lists: its list's lead, the entry it is nested in, its heading. */
export function leadsOf(unit: TextUnit): TextUnit[] {
  const leads: TextUnit[] = [];
  for (let e = unit.entry; e; e = e.list.parent) {
    if (e.unit && e.unit !== unit) leads.push(e.unit);
    if (e.list.lead) leads.push(e.list.lead);
  }
  return leads;
}

/** What is said to have been done to the files a line lists; a line's own "(new)" wins over the label above. */
export function fileAction(unit: TextUnit, leads: readonly TextUnit[]): FileAction {
  const own =
    /[([](new|created|added|modified|changed|updated|deleted|removed)\s*[,)\]:]/iu.exec(unit.text.value)?.[1] ??
    /^[\s*_✅\p{Extended_Pictographic}]*(created|modified|deleted|removed|added|updated)\s*[:：]/iu.exec(
      unit.text.value,
    )?.[1];
  if (own) return actionOf(own);
  const inRow = (unit.cell?.table.rows[unit.cell.row]?.cells ?? [])
    .map((c) => c.text.value.trim())
    .find((t) => /^(?:new|created|added|modified|changed|updated)$/iu.test(t));
  if (inRow) return actionOf(inRow);
  for (const lead of leads) {
    const action = labelAction(lead);
    if (action !== undefined) return action;
  }
  const heading = unit.section.heading?.text.value ?? "";
  return FILES.test(heading) ? actionOf(heading) : "none";
}

/** What a label of files says was done to them; undefined for a line that is no such label. */
const labelAction = oncePer(({ text: { value } }: TextUnit): FileAction | undefined => {
  if (PLACE_ONLY.test(value)) return "none";
  return FILES.test(value) ? actionOf(value) : undefined;
});

/** The one action that a label names; several ("Created/Modified") leave it open. */
export function actionOf(text: string): FileAction {
  if (/\bfiles? (?:changed|touched|affected)\b|\b(?:changed|touched|affected) files?\b/iu.test(text)) return "none";
  const actions = (
    [
      ["created", CREATED],
      ["modified", MODIFIED],
      ["deleted", DELETED],
    ] as const
  )
    .filter(([, p]) => p.test(text))
    .map(([a]) => a);
  return actions.length === 1 ? (actions[0] ?? "none") : "none";
}

/** The report itself says, somewhere above the path, that the file need not be there. */
export function isExcused(unit: TextUnit, leads: readonly TextUnit[], path: string): boolean {
  if (
    UNTRACKED.test(path) ||
    NOT_YET_OWN.test(unit.text.value.replaceAll(path, "")) ||
    leads.some(isPlanned) ||
    [unit, ...leads].some((l) =>
      l !== unit && !l.text.value.includes(path)
        ? isNotNow(l)
        : notNow(l.conventions).test(l.text.value.replaceAll(path, "")),
    ) ||
    isAhead(unit.section)
  )
    return true;
  const group = groupOver(unit.section);
  return group !== undefined && group.status !== "done";
}

/** Many lines may stand under one lead. */
const isPlanned = oncePer((lead: TextUnit) => NOT_YET.test(lead.text.value) && !CREATED.test(lead.text.value));
const isNotNow = oncePer((lead: TextUnit) => notNow(lead.conventions).test(lead.text.value));
const isAhead: (section: Section) => boolean = oncePer((section: Section): boolean => {
  if (section.depth <= 1) return false;
  return NOT_YET.test(section.heading?.text.value ?? "") || (section.parent !== undefined && isAhead(section.parent));
});

/** Words before the figure that may name a folder: "Router Import Fixes" -> router, import, fix. */
export function topicOf(before: string): string[] {
  return words(before)
    .map(noun)
    .filter(
      (w) => w.length > 2 && !/^(?:file|created|modified|total|new|the|and|added|fix|update|change|test)$/.test(w),
    );
}
