import type { Range } from "../model/range.js";
import type { Repair, WrongEncoding } from "../model/source-text.js";
import { allInCode } from "./code-spans.js";
import { chooseDamage } from "./damage-gate.js";
import { type Scan, type Suspect, scan } from "./damage-scan.js";
import { recover, type Surroundings } from "./lost-bytes.js";

/** A repair before its place in the repaired text is known. */
export type RawRepair = Omit<Repair, "range">;

export interface MojibakeFindings {
  /** In order, not touching one another. */
  readonly repairs: readonly RawRepair[];
  /** Ranges of the raw text: damage of which too little is left. */
  readonly beyondRepair: readonly Range[];
}

/** What there is to find in clean text. */
export const NO_MOJIBAKE: MojibakeFindings = { repairs: [], beyondRepair: [] };
/** How many recovered characters a remnant looks back on: the width of a drawn box. */
const CONTEXT = 200;
const ENCODINGS: readonly WrongEncoding[] = ["windows-1252", "macroman"];

/** A lead character of one of the encodings, and a character above ASCII (or a space in place of A0) after it. */
const SUSPICIOUS = /[\u{c2}-\u{f4}\u{f8ff}¬√ƒ≈∆Ω«»…ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€¤‹›ﬁﬂ‡·‚„‰][^\0-\x7f]/u;

function sameBytes(a: Suspect | undefined, b: Suspect | undefined): boolean {
  return a !== undefined && b?.kind === "remnant" && a.bytes.join() === b.bytes.join();
}

/** For each suspect, how many with the same bytes touch it on the left, and on the right. */
function alike(suspects: readonly Suspect[]): {
  readonly before: readonly number[];
  readonly after: readonly number[];
} {
  const before = suspects.map(() => 0);
  const after = suspects.map(() => 0);
  const joined = (left: number) =>
    suspects[left]?.end === suspects[left + 1]?.start && sameBytes(suspects[left], suspects[left + 1]);
  for (let index = 1; index < suspects.length; index += 1)
    if (joined(index - 1)) before[index] = (before[index - 1] ?? 0) + 1;
  for (let index = suspects.length - 2; index >= 0; index -= 1)
    if (joined(index)) after[index] = (after[index + 1] ?? 0) + 1;
  return { before, after };
}

/** Damaged characters that stand side by side, while they are being put together. */
interface Run {
  readonly start: number;
  end: number;
  exact: boolean;
  readonly pieces: string[];
}

function repair(text: string, { encoding }: Scan, suspects: readonly Suspect[]): MojibakeFindings {
  const runs: Run[] = [];
  const beyondRepair: Range[] = [];
  const counts = alike(suspects);
  for (const [index, suspect] of suspects.entries()) {
    const last = runs.at(-1);
    const run = last?.end === suspect.start ? last : undefined;
    const alikeAfter = counts.after[index] ?? 0;
    const beyond = suspects[index + alikeAfter + 1];
    const around: Surroundings = {
      before: run?.pieces.slice(-CONTEXT).join("") ?? "",
      next: suspects[index + 1]?.start === suspect.end ? suspects[index + 1] : undefined,
      alikeBefore: counts.before[index] ?? 0,
      alikeAfter,
      afterAlike: beyond?.start === suspects[index + alikeAfter]?.end ? beyond : undefined,
    };
    const exact = suspect.codePoint !== undefined;
    const after = suspect.codePoint === undefined ? recover(suspect, around) : String.fromCodePoint(suspect.codePoint);
    if (after === undefined) {
      beyondRepair.push({ start: suspect.start, end: suspect.end });
    } else if (run === undefined) {
      runs.push({ start: suspect.start, end: suspect.end, exact, pieces: [after] });
    } else {
      run.end = suspect.end;
      run.exact &&= exact;
      run.pieces.push(after);
    }
  }
  const repairs = runs.map(({ start, end, exact, pieces }) => {
    return { raw: { start, end }, before: text.slice(start, end), after: pieces.join(""), encoding, exact };
  });
  return { repairs, beyondRepair };
}

/** Whether a text holds characters such as damage leaves; false says that {@link findMojibake} finds none. */
export function mayBeMojibake(text: string): boolean {
  return SUSPICIOUS.test(text);
}

/**
 * Finds UTF-8 that was read as Mac Roman or windows-1252, and what it was before. Clean text, and a text that holds
 * such damage only in code spans (it quotes it on purpose), gives nothing. Never raises.
 */
export function findMojibake(text: string): MojibakeFindings {
  if (!mayBeMojibake(text)) return NO_MOJIBAKE;
  let best: { readonly scan: Scan; readonly damage: readonly Suspect[] } | undefined;
  for (const encoding of ENCODINGS) {
    const found = scan(text, encoding);
    const damage = chooseDamage(text, found);
    if (damage.length > (best?.damage.length ?? 0)) best = { scan: found, damage };
  }
  if (best === undefined || allInCode(text, best.damage)) return NO_MOJIBAKE;
  const findings = repair(text, best.scan, best.damage);
  // Remnants alone, none of them recovered, are more likely clean text of an odd kind.
  return findings.repairs.length === 0 ? NO_MOJIBAKE : findings;
}
