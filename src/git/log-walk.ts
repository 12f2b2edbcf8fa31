import { decodePath, isPlainPath } from "../model/path-bytes.js";
import type { GitPlace } from "./environment.js";
import { GIT_STREAM_CAP, MAX_PATHSPECS } from "./limits.js";
import { notUnderstood } from "./not-understood.js";
import { type GitEnd, streamGit } from "./run.js";
import { createTokenSplitter } from "./split-tokens.js";

/** One path touched by one commit of a walk; for a merge, one that differs from all parents. */
export interface Touch {
  readonly commit: string;
  /** When it was committed, in seconds since 1970. */
  readonly time: number;
  readonly path: string;
  /** The blob afterwards; undefined where the path was deleted. */
  readonly after: string | undefined;
  /** The path was not there before, in the first parent. */
  readonly created: boolean;
}

/** Where a walk begins and what it is about. */
export interface Walk {
  readonly from: readonly string[];
  /** The paths of interest; only few of them are handed to git as a filter. */
  readonly paths: readonly string[];
  /** How many are few; `MAX_PATHSPECS` by default. */
  readonly maxPathspecs?: number;
  /** Also looks at side branches that left no trace in the result. */
  readonly fullHistory: boolean;
}

const NO_OBJECT = /^0+$/;
const COMMIT_MARK = 1;
const NEWLINE = 10;

/** Walks the ancestors of some commits, newest first, and hands on every touched path; `true` from the receiver ends the walk. */
export function walkLog(place: GitPlace, walk: Walk, onTouch: (touch: Touch) => boolean): Promise<GitEnd> {
  const few = walk.paths.length <= (walk.maxPathspecs ?? MAX_PATHSPECS);
  const filter = few && walk.paths.every(isPlainPath) ? walk.paths : [];
  const args = [
    "log",
    "--format=%x01%H %ct",
    "--raw",
    "-z",
    "--no-abbrev",
    "--no-renames",
    "--no-ext-diff",
    "--no-textconv",
    "-c",
    "--root",
    "-O/dev/null",
    ...(walk.fullHistory ? ["--full-history"] : []),
    "--stdin",
    "--",
    ...filter,
  ];
  let enough = false;
  const push = createLogParser((touch) => {
    enough ||= onTouch(touch);
  });
  return streamGit(place, args, {
    input: walk.from.map((id) => `${id}\n`).join(""),
    maxBytes: GIT_STREAM_CAP,
    dispensable: true,
    onData: (chunk) => {
      push(chunk);
      return enough;
    },
  });
}

/** Makes a function that takes the output of such a walk in pieces. */
export function createLogParser(onTouch: (touch: Touch) => void): (chunk: Buffer) => void {
  let commit = "";
  let time = 0;
  let after: string | undefined;
  let created = false;
  let expectsPath = false;
  return createTokenSplitter((token) => {
    if (expectsPath) {
      expectsPath = false;
      return onTouch({ commit, time, path: decodePath(token), after, created });
    }
    const text = token.toString("latin1", token[0] === NEWLINE ? 1 : 0);
    if (text.charCodeAt(0) === COMMIT_MARK) {
      const [id = "", seconds] = text.slice(1).split(" ");
      commit = id;
      time = Number(seconds);
    } else if (text.startsWith(":")) {
      expectsPath = true;
      after = resultId(text);
      created = text[text.lastIndexOf(" ") + 1] === "A";
    } else if (text !== "") throw notUnderstood("walking through the history");
  });
}

/** `:m m id id S`, and one more mode and id for each further parent of a merge. */
function resultId(header: string): string | undefined {
  const id = header.split(" ").at(-2) ?? "";
  return NO_OBJECT.test(id) ? undefined : id;
}
