import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";
import { sanitize } from "./sanitize.js";
import { createTheme, type Paint, type Theme } from "./theme.js";

/** A file before and after. */
export interface Difference {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

export interface DiffOptions {
  readonly color: boolean;
  /** For a person to look at: all that moves, turns or hides text is made visible, so that a patch with some cannot be applied. */
  readonly shown: boolean;
}

/** What a terminal obeys, which logs are shown on as well; tabs and the ends of lines belong to text files. */
const OBEYED = /(?![\t\n\r])\p{Cc}/gu;

/** A unified diff that `git apply` and `patch` take, unless it holds what a terminal obeys; "" for texts that are the same. */
export function unifiedDiff({ path, before, after }: Difference, { color, shown }: DiffOptions): string {
  if (before === after) return "";
  // A blank in a name would end it, but for a tab behind it.
  const name = `${sanitize(path).replace(/^(?:\.\.?\/|\/)+/, "")}${path.includes(" ") ? "\t" : ""}`;
  const options = { context: 3, headerOptions: FILE_HEADERS_ONLY };
  const patch = createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, options);
  if (!shown) return patch.replace(OBEYED, sanitize);
  const theme = createTheme(color);
  const lines = patch.split("\n");
  return lines.map((line, index) => paintOf(line, index, theme)(visible(line.replace(/\r$/, "")))).join("\n");
}

/** Tabs stay: a text file may have them. */
function visible(line: string): string {
  return line.split("\t").map(sanitize).join("\t");
}

function paintOf(line: string, index: number, theme: Theme): Paint {
  if (index < 2) return theme.bold;
  if (line.startsWith("@@")) return theme.info;
  if (line.startsWith("-")) return theme.error;
  return line.startsWith("+") ? theme.ok : (text) => text;
}
