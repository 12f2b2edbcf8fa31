import type { Random } from "../random.js";
import { name, sentence } from "./words.js";

/** How large an invented history is. */
export interface HistorySize {
  readonly commits: number;
  readonly files: number;
  /** Lines of an ordinary file when it is created. */
  readonly lines: number;
}

/** When the first commit was made; each further one is half an hour later. */
const START = Date.UTC(2023, 0, 2, 6);
const STEP_SECONDS = 1_800;
/** After so many commits a short branch is merged. */
const MERGE_EVERY = 50;

/**
 * An invented history as input of `git fast-import`, piece by piece. The first commit brings all files; each further one
 * changes one to three of them in one to four places, as people do. The branch is `main`.
 */
export function* historyStream(random: Random, size: HistorySize): Generator<string> {
  const files = new Map<string, string[]>();
  while (files.size < size.files) files.set(pathOf(random, files.size), codeLines(random, size.lines));
  const paths = [...files.keys()];
  for (let number = 1; number <= size.commits; number += 1) {
    const time = Math.floor(START / 1000) + number * STEP_SECONDS;
    const onBranch = number % MERGE_EVERY === MERGE_EVERY - 1 && number > 2;
    const merges = number % MERGE_EVERY === 0;
    yield `commit refs/heads/${onBranch ? "side" : "main"}\nmark :${number}\n`;
    yield `author A Keeper <keeper@example.com> ${time} +0000\ncommitter A Keeper <keeper@example.com> ${time} +0000\n`;
    yield data(sentence(random));
    if (onBranch) yield `from :${number - 1}\n`;
    // The branch leaves and comes back beside the commit before it.
    if (merges) yield `from :${number - 2}\nmerge :${number - 1}\n`;
    const touched = number === 1 ? paths : Array.from({ length: random.between(1, 3) }, () => random.pick(paths));
    for (const path of new Set(touched)) {
      const lines = files.get(path) as string[];
      if (number > 1) edit(random, lines);
      yield `M 100644 inline ${path}\n${data(`${lines.join("\n")}\n`)}`;
    }
    yield "\n";
  }
  yield "done\n";
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}

function pathOf(random: Random, index: number): string {
  const folder = ["src", "lib", "test", "tools"][index % 4];
  return `${folder}/area-${index % 24}/${name(random)}-${index}.ts`;
}

function codeLines(random: Random, about: number): string[] {
  const length = random.between(Math.ceil(about / 2), about + Math.floor(about / 2));
  return Array.from({ length }, () => codeLine(random));
}

function codeLine(random: Random): string {
  return `  const held${random.between(1, 9_999)} = store.read("${name(random)}", ${random.between(1, 99)});`;
}

/** Replaces, adds and takes out a few lines; the file stays about as long as it was. */
function edit(random: Random, lines: string[]): void {
  for (let place = random.between(1, 4); place > 0; place -= 1) {
    const at = random.between(0, lines.length - 1);
    const added = Array.from({ length: random.between(1, 6) }, () => codeLine(random));
    lines.splice(at, random.between(0, Math.min(6, lines.length - 2)), ...added);
  }
}
