import { isCommon, isRecoverable, takesVariationSelector } from "./alphabet.js";
import { LOST, type Suspect } from "./damage-scan.js";
import { decodeStrictly, following } from "./utf8.js";

/** The bytes that windows-1252 leaves undefined. */
const UNDEFINED_BYTES = [0x81, 0x8d, 0x8f, 0x90, 0x9d];

/** "═" and "╝", "━", "┏" and "┐" leave the same remnant; the neighbours tell them apart. */
const DOUBLE = "226,149";
const LIGHT = "226,148";
const JOINER = "226,128";

/** What a remnant stands between. */
export interface Surroundings {
  /** The characters already recovered before it in the same run, or "". */
  readonly before: string;
  /** The bytes of the suspect that follows it directly, if one does. */
  readonly next: Suspect | undefined;
  /** How many remnants with the same bytes stand directly before and after it. */
  readonly alikeBefore: number;
  readonly alikeAfter: number;
  /** The first suspect behind the like remnants that follow. */
  readonly afterAlike: Suspect | undefined;
}

function candidates(bytes: readonly number[]): readonly number[] {
  const lost = bytes.indexOf(LOST);
  const found = new Set<number>();
  for (const byte of UNDEFINED_BYTES) {
    if (lost !== -1) {
      const whole = decodeStrictly(bytes.with(lost, byte));
      if (whole !== undefined) found.add(whole);
      continue;
    }
    for (let at = 1; at <= bytes.length; at += 1) {
      const whole = decodeStrictly(bytes.toSpliced(at, 0, byte));
      if (whole !== undefined) found.add(whole);
    }
  }
  return [...found].filter(isCommon);
}

/** Lines of box drawing: what repeats is the line, what ends it is the corner. */
function drawing(left: string, around: Surroundings): string | undefined {
  const { before, alikeBefore, alikeAfter, afterAlike } = around;
  const repeated = alikeBefore + alikeAfter > 0;
  if (left === DOUBLE) {
    const closes = alikeAfter === 0 && /[╚╩][═╩╧╝]*$/u.test(before) && afterAlike === undefined;
    if (closes) return "╝";
    return repeated || /[═╔╗╚╠╣╦╩╬║]$/u.test(before) || afterAlike?.kind === "sign" ? "═" : undefined;
  }
  if (left !== LIGHT) return undefined;
  const opens =
    alikeBefore === 0 &&
    !/[\u2500-\u257f]$/u.test(before) &&
    afterAlike?.codePoint !== undefined &&
    "┓┳".includes(String.fromCodePoint(afterAlike.codePoint));
  if (repeated) return opens ? "┏" : "━";
  return /[─┬]$/u.test(before) ? "┐" : undefined;
}

function isVariationSelector(suspect: Suspect | undefined): boolean {
  return suspect?.bytes[0] === 0xef && suspect.bytes[1] === 0xb8;
}

/** The one character of the known alphabet that a remnant can be; undefined when there is none, or more than one. */
export function recover(suspect: Suspect, around: Surroundings): string | undefined {
  const { bytes } = suspect;
  const left = (bytes.at(-1) === LOST ? bytes.slice(0, -1) : bytes).join();
  const drawn = drawing(left, around);
  if (drawn !== undefined || left === DOUBLE) return drawn;
  if (
    left === JOINER &&
    /[\p{Extended_Pictographic}\u{fe0f}]$/u.test(around.before) &&
    around.next?.bytes[0] !== undefined
  )
    return "\u{200d}";
  if (following(bytes[0] ?? 0) < 2) return undefined;
  const known = candidates(bytes);
  const pictured = isVariationSelector(around.next);
  const fitting = known.filter((codePoint) => takesVariationSelector(codePoint) === pictured);
  for (const group of pictured ? [fitting] : [fitting, known]) {
    const likely = group.filter(isRecoverable);
    const pool = likely.length > 0 ? likely : group;
    if (pool.length === 1) return String.fromCodePoint(pool[0] ?? 0);
    if (likely.length > 1) return undefined;
  }
  return undefined;
}
