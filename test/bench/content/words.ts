import type { Random } from "../random.js";

const NOUNS =
  "harbour ferry ticket timetable cabin deck captain pier route voucher invoice ledger parcel depot courier shelf loader beacon sluice gauge turbine orchard cellar barrel press label crate pallet forklift kiosk tram driver signal platform bridge tunnel quarry furnace kettle loom bobbin spindle archive catalogue index reader margin binding".split(
    " ",
  );
const VERBS =
  "carries keeps sorts counts weighs prints loads stores returns renews sends reads writes moves holds checks opens closes follows measures".split(
    " ",
  );
const ADJECTIVES =
  "quiet early late narrow wide heavy light empty spare broken steady northern southern winter summer daily weekly careful plain double".split(
    " ",
  );
const TAILS = [
  "before the first departure",
  "when the tide is low",
  "for each passenger",
  "until the office opens",
  "without asking twice",
  "as the old one did",
  "on every second morning",
  "behind the long counter",
];

/** "the narrow depot". */
export function thing(random: Random): string {
  return `the ${random.pick(ADJECTIVES)} ${random.pick(NOUNS)}`;
}

/** A title of three words, without its end mark. */
export function title(random: Random): string {
  const [first = "", ...rest] = `${random.pick(ADJECTIVES)} ${random.pick(NOUNS)} ${random.pick(NOUNS)}`;
  return first.toUpperCase() + rest.join("");
}

/** A name for a file: two nouns and a dash. */
export function name(random: Random): string {
  return `${random.pick(NOUNS)}-${random.pick(NOUNS)}`;
}

/** One sentence with its full stop and no figure in it. */
export function sentence(random: Random): string {
  const [first = "", ...rest] = `${thing(random)} ${random.pick(VERBS)} ${thing(random)} ${random.pick(TAILS)}`;
  return `${first.toUpperCase()}${rest.join("")}.`;
}

/** So many sentences in one line. */
export function sentences(random: Random, count: number): string {
  return Array.from({ length: count }, () => sentence(random)).join(" ");
}

/** Where lines of prose end: markdown linters complain of longer ones. */
const WIDTH = 80;

/** Text wrapped at 80 characters, as editors leave it. */
export function wrapped(text: string): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line.length + word.length + 1 > WIDTH) {
      lines.push(line);
      line = "";
    }
    line += line === "" ? word : ` ${word}`;
  }
  return [...lines, line].join("\n");
}
