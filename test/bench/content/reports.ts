import type { Random } from "../random.js";
import { sentence, sentences, title, wrapped } from "./words.js";

/** A commit that a report cites. */
export interface Citation {
  /** As the report writes it: ten hexadecimal digits or more. */
  readonly id: string;
  /** Its day, as 2026-03-06. */
  readonly day: string;
  /** The lines it inserted; left out where the report states no such figure. */
  readonly inserted?: number;
}

const TASKS = 24;
const OPEN_EVERY = 4;

/**
 * An invented status report of exactly so many bytes (8,000 at least), right in all it states: a table of tasks with its
 * totals, a section for each task, a checklist, the commits it cites, and notes that fill it up.
 */
export function statusReport(random: Random, bytes: number, citations: readonly Citation[] = []): string {
  const tasks = Array.from({ length: TASKS }, (_, index) => ({
    key: `T-${String(index + 1).padStart(3, "0")}`,
    title: title(random),
    done: index % OPEN_EVERY !== OPEN_EVERY - 1,
    hours: random.between(1, 9),
  }));
  const done = tasks.filter((task) => task.done).length;
  const hours = tasks.reduce((sum, task) => sum + task.hours, 0);
  const parts = [
    `# ${title(random)}: Status Report\n`,
    "**Date**: 2026-03-06",
    `**Progress**: ${done} of ${TASKS} tasks done (${Math.round((100 * done) / TASKS)}%)\n`,
    "## Tasks\n",
    "| Key | Task | Status | Hours |",
    "|---|---|---|---|",
    ...tasks.map((task) => `| ${task.key} | ${task.title} | ${task.done ? "✅ DONE" : "⏳ TODO"} | ${task.hours}h |`),
    `| **Total** | | | **${hours}h** |\n`,
    "## Remaining\n",
    ...tasks.filter((task) => !task.done).map((task) => `- [ ] ${task.key}: ${task.title}`),
    "",
    ...citationLines(citations),
    ...tasks.map((task) => `### ${task.key}: ${task.title}\n\n**Status**: ${task.done ? "DONE" : "TODO"}\n`),
    "## Notes\n",
  ];
  return filled(random, `${parts.join("\n")}\n`, bytes);
}

/** A report of commits: each with its day and, where it is known, the number of lines it inserted. */
export function citingReport(random: Random, citations: readonly Citation[]): string {
  const head = `# ${title(random)}: Delivery Report\n\n**Date**: 2026-03-06\n`;
  return `${head}\n${citationLines(citations).join("\n")}`;
}

/** A table of the commits with their days, and a list of those whose size is stated. */
function citationLines(citations: readonly Citation[]): readonly string[] {
  if (citations.length === 0) return [];
  const rows = citations.map(({ id, day }) => `| \`${id}\` | ${day} |`);
  const sizes = citations.flatMap(({ id, inserted }) =>
    inserted === undefined ? [] : [`- Commit \`${id}\` - ${inserted} lines`],
  );
  const list = sizes.length === 0 ? [] : ["## Sizes\n", ...sizes, ""];
  return ["## Commits\n", "| Commit | Date |", "|---|---|", ...rows, "", ...list];
}

/** One table of so many rows of 110 bytes each, under a head that counts them. */
export function tableReport(random: Random, rows: number): string {
  const open = Math.floor(rows / OPEN_EVERY);
  const head = [
    `# ${title(random)}: Status Report\n`,
    `**Progress**: ${rows - open} of ${rows} tasks done (${Math.round((100 * (rows - open)) / rows)}%)\n`,
    "| Key | Task | Status | Hours | Notes |",
    "|---|---|---|---|---|",
  ];
  const body = Array.from({ length: rows }, (_, index) => tableRow(random, index + 1));
  return `${[...head, ...body].join("\n")}\n`;
}

const ROW_BYTES = 110;

/** A row of a table of tasks, 110 bytes with its line end. */
export function tableRow(random: Random, number: number): string {
  const status = number % OPEN_EVERY === 0 ? "⏳ TODO" : "✅ DONE";
  const start = `| T-${String(number).padStart(6, "0")} | ${title(random)} | ${status} | ${random.between(1, 9)}h | `;
  return `${start}${exactly(random, ROW_BYTES - Buffer.byteLength(start) - 3)} |`;
}

/** Adds paragraphs until the text has exactly so many bytes. */
export function filled(random: Random, text: string, bytes: number): string {
  const parts = [text];
  let left = bytes - Buffer.byteLength(text);
  if (left < 0) throw new RangeError(`the text has ${-left} bytes too many`);
  while (left > 600) {
    const paragraph = `${wrapped(sentences(random, random.between(1, 4)))}\n\n`;
    parts.push(paragraph);
    left -= Buffer.byteLength(paragraph);
  }
  if (left > 1) parts.push(wrapped(exactly(random, left - 1)), "\n");
  else parts.push("\n".repeat(left));
  return parts.join("");
}

/** Words of exactly so many bytes; the last may be cut. */
function exactly(random: Random, bytes: number): string {
  let text = sentence(random);
  while (text.length < bytes) text += ` ${sentence(random)}`;
  // Neither a space at the end, which would be trimmed, nor one less.
  return text.slice(0, bytes).replace(/ $/, ".");
}
