import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { main } from "../../src/cli/main.js";
import { makeFolder } from "../helpers/scenario.js";
import { testWorld } from "../helpers/test-world.js";

/** Real files, where there are some: a folder that is named, or the labelled reports beside this checkout. */
const CORPUS = process.env.BLOCKERS_CORPUS ?? fileURLToPath(new URL("../../../shared/corpus/", import.meta.url));
const THOROUGH = process.env.BLOCKERS_THOROUGH === "1";
const MOST_FILES = THOROUGH ? 5_000 : 200;
const MOST_BYTES = 200_000;

/** A line without its figures, the blanks that keep columns in line, and what makes a plural. */
function bareOf(line: string): string {
  return line.replace(/[\d.,:%~\s]+|s\b/g, "");
}

/** Markdown files below a folder, as they are found; no link is followed. */
function markdownIn(folder: string): readonly string[] {
  const found: string[] = [];
  const look = (at: string): void => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      if (found.length >= MOST_FILES) return;
      const path = join(at, entry.name);
      if (entry.isDirectory() && entry.name !== ".git" && entry.name !== "node_modules") look(path);
      else if (entry.isFile() && entry.name.endsWith(".md") && statSync(path).size <= MOST_BYTES) found.push(path);
    }
  };
  look(folder);
  return found;
}

interface State {
  readonly path: string;
  readonly text: string;
  readonly ino: number;
  readonly time: number;
}

function stateOf(path: string): State {
  const { ino, mtimeMs } = statSync(path);
  return { path, text: readFileSync(path, "latin1"), ino, time: mtimeMs };
}

describe.skipIf(!existsSync(CORPUS))("F1: on real files (skipped where there are none)", () => {
  test("F1: what is not edited keeps its bytes, inode and time; a second run edits nothing", {
    timeout: 1_800_000,
  }, async (context) => {
    const folder = await makeFolder();
    const copies = markdownIn(CORPUS).map((path, index) => {
      mkdirSync(join(folder, String(index % 50)), { recursive: true });
      const copy = join(folder, String(index % 50), `${index}.md`);
      writeFileSync(copy, readFileSync(path));
      return copy;
    });
    const before = copies.map(stateOf);
    const fix = async () =>
      main(["fix", "--no-git", "--reports-only", "--skip", "mojibake", ...copies], testWorld(folder));
    await fix();
    const after = copies.map(stateOf);
    let changed = 0;
    for (const [index, now] of after.entries()) {
      const then = before[index] as State;
      if (now.text === then.text) {
        expect(now).toEqual(then);
        continue;
      }
      changed++;
      const [lines, newLines] = [then.text.split("\n"), now.text.split("\n")];
      expect(newLines.length).toBe(lines.length);
      for (const [at, line] of lines.entries())
        if (line !== newLines[at]) expect(bareOf(newLines[at] ?? "")).toBe(bareOf(line));
    }
    await fix();
    expect(copies.map(stateOf)).toEqual(after);
    context.annotate(`${changed} of ${copies.length} files were edited`);
  });
});
