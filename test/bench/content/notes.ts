import type { Random } from "../random.js";
import { statusReport } from "./reports.js";
import { name, sentence, sentences, thing, title, wrapped } from "./words.js";

/** A file by its path below the repository. */
export interface ContentFile {
  readonly path: string;
  readonly text: string;
}

/** How many of so many files report on progress. */
export const REPORT_SHARE = 1 / 40;
const REPORT_BYTES = 10_000;
/** Notes are between half a kilobyte and 30 KB long, the short ones being more. */
const SMALLEST = 500;
const LARGEST = 30_000;

/** The markdown files of an invented repository: one in forty is a status report, the others are notes and guides. */
export function markdownFiles(random: Random, count: number): readonly ContentFile[] {
  const every = Math.round(1 / REPORT_SHARE);
  return Array.from({ length: count }, (_, index) =>
    index % every === 0
      ? { path: `docs/area-${index % 7}/STATUS-${index}.md`, text: statusReport(random, REPORT_BYTES) }
      : { path: `guides/part-${index % 23}/${name(random)}-${index}.md`, text: note(random) },
  );
}

function note(random: Random): string {
  const bytes = SMALLEST * (LARGEST / SMALLEST) ** random.next();
  const parts = [`# ${title(random)}\n`, `${wrapped(sentences(random, 3))}\n`];
  for (let length = 300; length < bytes; ) {
    const part = `## ${title(random)}\n\n${random.pick(BLOCKS)(random)}`;
    parts.push(part);
    length += part.length;
  }
  return parts.join("\n");
}

const BLOCKS: readonly ((random: Random) => string)[] = [
  (random) => `${wrapped(sentences(random, random.between(3, 9)))}\n`,
  (random) => `${wrapped(sentences(random, 4))}\n\n${wrapped(sentences(random, 5))}\n`,
  (random) => lines(random, 4, 12, () => `- ${sentence(random)}`),
  (random) => lines(random, 3, 8, (number) => `${number}. ${sentence(random)}`),
  (random) => `\`\`\`ts\n${lines(random, 3, 15, (number) => `const step${number} = open("${name(random)}");`)}\`\`\`\n`,
  (random) =>
    `| Name | Meaning |\n| --- | --- |\n${lines(random, 3, 9, () => `| \`${name(random)}\` | ${thing(random)} |`)}`,
  (random) => `> ${sentence(random)}\n\nSee [${title(random)}](../part-1/${name(random)}.md).\n`,
];

function lines(random: Random, low: number, high: number, line: (number: number) => string): string {
  const count = random.between(low, high);
  return Array.from({ length: count }, (_, index) => `${line(index + 1)}\n`).join("");
}
