import type { Random } from "../bench/random.js";
import { asLatin1, asLossyWindows1252, asMacRoman } from "../source/damage.js";
import { INDENTS, TOKENS, WRAPPINGS, ZEROS } from "./dictionary.js";

/** Longer cases say no more, and take longer. */
const LONGEST = 10_000;

type Mutation = (text: string, random: Random, other: () => string) => string;

/** A case: a text of the corpus, changed a few times over. The same random numbers make the same case. */
export function makeCase(corpus: readonly Buffer[], random: Random): Buffer {
  const drawn = (): string => random.pick(corpus).toString("utf8");
  let text = drawn();
  const times = random.between(1, random.pick([2, 4, 8, 16]));
  for (let time = 0; time < times; time++) text = random.pick(MUTATIONS)(text, random, drawn).slice(0, LONGEST);
  const bytes = Buffer.from(text);
  return random.next() < 0.1 ? mutateBytes(bytes, random) : bytes;
}

const MUTATIONS: readonly Mutation[] = [
  // Stretches of characters.
  (text, random) => cut(text, stretch(text, random), () => ""),
  (text, random) => cut(text, stretch(text, random), (part) => part + part),
  (text, random) => cut(text, stretch(text, random), (part) => part.repeat(random.pick([3, 10, 100])).slice(0, 4000)),
  (text, random) => text.slice(0, place(text, random)),
  (text, random) => text.slice(place(text, random)),
  // What reports are made of.
  ...Array.from(
    { length: 4 },
    (): Mutation => (text, random) => {
      const at = place(text, random);
      return text.slice(0, at) + random.pick(TOKENS) + text.slice(at);
    },
  ),
  (text, random) => atMatch(text, /\p{L}+/gu, random, () => random.pick(TOKENS)),
  ...Array.from({ length: 4 }, (): Mutation => (text, random) => atMatch(text, /\d+/g, random, changedNumber)),
  (text, random) => atMatch(text, /\d+/g, random, () => random.pick(TOKENS)),
  (text, random) => atMatch(text, /[^\s|]+/g, random, (word) => random.pick(WRAPPINGS).join(word)),
  (text, random) =>
    atMatch(text, /\p{L}+/gu, random, (word) => (random.next() < 0.5 ? word.toUpperCase() : word.toLowerCase())),
  (text, random) => atMatch(text, /\d+/g, random, inOtherDigits),
  // Lines.
  (text, random) => withLines(text, (lines) => lines.splice(random.between(0, lines.length - 1), random.between(1, 4))),
  (text, random) =>
    withLines(text, (lines) => {
      const line = random.pick(lines);
      const times = random.pick([1, 1, 2, 30, 200]);
      lines.splice(random.between(0, lines.length), 0, ...Array.from({ length: times }, () => line));
    }),
  (text, random) =>
    withLines(text, (lines) =>
      lines.splice(
        random.between(0, lines.length - 1),
        0,
        ...lines.splice(random.between(0, lines.length - 1), random.between(1, 6)),
      ),
    ),
  (text) => withLines(text, (lines) => lines.reverse()),
  (text, random) =>
    withLines(text, (lines) => {
      const [from, indent] = [
        random.between(0, lines.length - 1),
        random.pick(INDENTS).repeat(random.pick([1, 1, 2, 40])),
      ];
      const until = Math.min(lines.length, from + random.pick([1, 3, 12]));
      for (let at = from; at < until; at++) lines[at] = indent + lines[at];
    }),
  (text, random) => withLines(text, (lines) => joinNext(lines, random.between(0, lines.length - 1))),
  (text, random) =>
    atMatch(text, /^.*\|.*$/gm, random, (line) => {
      const cells = line.split("|");
      return random.shuffle(cells).slice(0, random.between(1, cells.length)).join("|");
    }),
  // Two texts.
  (text, random, other) => text.slice(0, place(text, random)) + fromPlace(other(), random),
  (text, random, other) =>
    withLines(text, (lines) => {
      const others = other().split("\n");
      const from = random.between(0, others.length - 1);
      lines.splice(random.between(0, lines.length), 0, ...others.slice(from, from + random.between(1, 12)));
    }),
  // The whole.
  (text) => text.replaceAll("\n", "\r\n"),
  (text, random) => text.replace(/\r?\n/g, () => random.pick(["\n", "\r\n", "\r"])),
  (text, random) => cut(text, stretch(text, random), random.pick([asLatin1, asLossyWindows1252, asMacRoman])),
  (text) => `\u{feff}${text}`,
  (text, random) => text.normalize(random.pick(["NFC", "NFD", "NFKD"])),
];

function mutateBytes(bytes: Buffer, random: Random): Buffer {
  const changed = [...bytes];
  for (let times = random.between(1, 4); times > 0; times--) {
    const at = random.between(0, changed.length);
    const byte = random.between(1, 255);
    changed.splice(
      at,
      random.between(0, 1),
      ...random.pick([[byte], [], [0xc3], [0xe2, 0x9c], [0xed, 0xa0, 0x80], [byte, byte]]),
    );
  }
  return Buffer.from(changed);
}

function place(text: string, random: Random): number {
  return random.between(0, text.length);
}

function fromPlace(text: string, random: Random): string {
  return text.slice(place(text, random));
}

/** Mostly short, sometimes of any length. */
function stretch(text: string, random: Random): readonly [start: number, end: number] {
  const start = place(text, random);
  return [start, Math.min(text.length, start + random.between(1, random.pick([1, 4, 20, 200, text.length + 1])))];
}

function cut(text: string, [start, end]: readonly [number, number], change: (part: string) => string): string {
  return text.slice(0, start) + change(text.slice(start, end)) + text.slice(end);
}

function atMatch(
  text: string,
  pattern: RegExp,
  random: Random,
  change: (found: string, random: Random) => string,
): string {
  const all = [...text.matchAll(pattern)];
  if (all.length === 0) return text;
  const { index, 0: found } = random.pick(all);
  return cut(text, [index, index + found.length], (part) => change(part, random));
}

function changedNumber(digits: string, random: Random): string {
  const number = Number(digits);
  return String(
    random.pick([
      number + 1,
      Math.max(0, number - 1),
      number * 10,
      number + random.between(1, 40),
      random.between(0, 12),
      0,
      100,
    ]),
  );
}

function inOtherDigits(digits: string, random: Random): string {
  const zero = random.pick(ZEROS);
  return digits.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
}

function withLines(text: string, change: (lines: string[]) => unknown): string {
  const lines = text.split("\n");
  change(lines);
  return lines.join("\n");
}

function joinNext(lines: string[], at: number): void {
  lines.splice(at, 2, lines.slice(at, at + 2).join(" "));
}
