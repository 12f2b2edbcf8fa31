import type { Random } from "../random.js";
import { filled, tableRow } from "./reports.js";
import { sentence, sentences, title, wrapped } from "./words.js";

/** How deep lists and quotes are nested before they start again. */
const DEPTH = 40;

/** The shapes a document grows in, each as the piece that it is repeated from. `number` counts the pieces from 1. */
const PIECES: Readonly<Record<string, (random: Random, number: number) => string>> = {
  prose: (random, number) => `${wrapped(`${sentences(random, random.between(2, 6))} ${share(number)}`)}\n\n`,
  headings: (random, number) => `## Task ${number}: ${title(random)} (${number % 4 === 0 ? "TODO" : "DONE"})\n\n`,
  table: (random, number) =>
    `${number === 1 ? "| Key | Task | Status | Hours | Notes |\n|---|---|---|---|---|\n" : ""}${tableRow(random, number)}\n`,
  list: (random, number) => `- [${number % 4 === 0 ? " " : "x"}] ${title(random)}: ${sentence(random)}\n`,
  paragraph: (random) => `${wrapped(sentence(random))}\n`,
  // One line, so that nothing ends a search for what never comes.
  "no pipes": (random) => `${sentence(random)} `,
  "deep nesting": (random) => `${nested(random, "- ", "  ")}\n${nested(random, "> ", "> ")}\n`,
};

/** The shape whose head grows with it; the others are repeated pieces. */
const WIDE = "short rows under a wide header";

/** The names of all shapes. */
export const SHAPES: readonly string[] = [...Object.keys(PIECES), WIDE];

/** A document of that shape with exactly so many bytes, or a piece fewer where a piece must not be cut. */
export function shaped(random: Random, shape: string, bytes: number): string {
  const head = `# ${title(random)}: Status\n\n`;
  if (shape === WIDE) return wideTable(head, bytes);
  const piece = PIECES[shape];
  if (piece === undefined) throw new RangeError(`no shape "${shape}"`);
  const parts = [head];
  let left = bytes - head.length;
  for (let number = 1; ; number += 1) {
    const next = piece(random, number);
    left -= Buffer.byteLength(next);
    if (left < 0) break;
    parts.push(next);
  }
  return shape === "prose" ? filled(random, parts.join(""), bytes) : parts.join("");
}

/** Half of the bytes are the head of the table, half are rows of one short cell: their product must cost nothing. */
function wideTable(head: string, bytes: number): string {
  const columns = Math.floor(bytes / 2 / "| a |---".length);
  const row = "| 1 |\n";
  const rows = Math.floor((bytes - head.length - columns * "| a |---".length - 4) / row.length);
  return `${head}${"| a ".repeat(columns)}|\n${"|---".repeat(columns)}|\n${row.repeat(rows)}`;
}

/** A sentence whose figures agree with one another, and with no other sentence's. */
function share(number: number): string {
  return `In week ${number} the keepers of area ${number} mended ${3 * number} of ${4 * number} locks (75%).`;
}

function nested(random: Random, first: string, further: string): string {
  const lines = Array.from({ length: DEPTH }, (_, depth) => `${further.repeat(depth)}${first}${title(random)}`);
  return `${lines.join("\n")}\n`;
}
