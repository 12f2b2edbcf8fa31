import { markdownTable } from "./print.js";
import type { Result } from "./results.js";

const BEGIN = "<!-- bench:begin -->\n";
const END = "<!-- bench:end -->";

/** Puts the table of a result between the markers of the README. Throws where they are missing. */
export function withBenchTable(readme: string, result: Result): string {
  const begin = readme.indexOf(BEGIN);
  const end = readme.indexOf(END, begin);
  if (begin < 0 || end < 0) throw new Error("README.md has no lines <!-- bench:begin --> and <!-- bench:end -->");
  return `${readme.slice(0, begin + BEGIN.length)}${markdownTable(result)}\n${readme.slice(end)}`;
}
