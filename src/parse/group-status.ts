import { phraseAt, unitMark } from "../lex/status.js";
import type { Section, TextUnit } from "../model/report.js";
import type { Status } from "../model/status.js";

const STRIP = /[\p{Extended_Pictographic}\ufe0f\u200d*_~`]/gu;
const GENERIC =
  /^(?:[\s/&,+()-]|\b(?:work|works|tasks?|items?|blockers?|features?|components?|issues?|steps?|todos?|things?|issues?|p\d|prs?|deliverables|milestones|phases?|tests?|criteria|priority|high|medium|low|critical|and|or|the|so|far|this|session|week|sprint|today|list|for|in|of|all|existing|production|high-priority|remaining|yet|immediate|future|core|major|recently?|previously|status|pending|completed?|done|todo)\b|\([^)]*\)|\d+)*$/iu;

/** "Remaining Work", "Remaining Tasks (3)"; "Remaining Budget" is a title. */
const REST =
  /^remaining(?:\s+(?:work|tasks?|items?|issues?|blockers?|features?|steps?|gaps?|todos?|to-dos?|phases?|components?|milestones?|priorities|and|or|in|high|medium|low|priority|critical))*\W*(?:\(|[-–—:]|\d|$)/iu;
/** Headings that list what is still to be done, without a status word. */
const AHEAD =
  /^(?:immediate |recommended |suggested |future )?(?:next steps?|next actions?|action items?|what'?s left|what'?s next|what remains|what needs\b.*|to[- ]?do(?: list)?|roadmap|upcoming|future work|remaining work|follow[- ]ups?|nächste schritte|prochaines étapes|próximos pasos|下一步|次のステップ|следующие шаги)(?!\p{L})/iu;

/**
 * The status that a heading gives to what stands under it: "Completed Work", "❌ Not Started / TODO", "Next Steps".
 * Only where the heading says nothing else; "Complete Documentation" is a title.
 */
export function groupStatus(heading: TextUnit): { status: Status; explicit: boolean; text: string } | undefined {
  // The title of the whole report groups nothing.
  if (heading.section.depth <= 1 && heading.section.parent?.depth === 0 && heading.section.parent.children.length === 1)
    return undefined;
  const text = heading.text.value.replace(STRIP, " ").replace(/\s+/g, " ").trim();
  const phrase = phraseAt(text, 0);
  if (phrase && (phrase.end === text.length || GENERIC.test(text.slice(phrase.end)))) {
    const word = text.slice(0, phrase.end);
    if (
      !/^(?:new|added|created|next|no|none|review|status|ok|live|error|required|optional|open|active|draft|ready|production.ready|success\w*|passing|pass|working|verified)$/iu.test(
        word,
      )
    ) {
      return { status: phrase.status, explicit: true, text: word };
    }
  }
  if (AHEAD.test(text)) return { status: "todo", explicit: false, text };
  if (/^remaining\b/iu.test(text) && REST.test(text)) return { status: "todo", explicit: true, text };
  const mark = unitMark(heading);
  const partly = /^partial(?:ly)?\b/iu.test(text);
  return partly && mark ? { status: "partial", explicit: true, text } : undefined;
}

/** The nearest group heading above a section, the section's own included. */
export function inheritedStatus(section: Section): (ReturnType<typeof groupStatus> & { section: Section }) | undefined {
  for (let s: Section | undefined = section; s; s = s.parent) {
    const group = s.heading ? groupStatus(s.heading) : undefined;
    if (group) return { ...group, section: s };
  }
  return undefined;
}
