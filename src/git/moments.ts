import type { Moment, Tree } from "../model/history.js";
import type { CommitRecord } from "./parse-commit.js";

/** Digits of an id shown to people. */
const SHORT = 7;

/** The moment of a commit. */
export function commitMoment(kind: Moment["kind"], commit: CommitRecord, tree: Tree): Moment {
  return { kind, commit: commit.id, time: commit.committerTime, label: commit.id.slice(0, SHORT), tree };
}

/** The moment of the files on disk. */
export function worktreeMoment(tree: Tree): Moment {
  return { kind: "worktree", commit: undefined, label: "the working tree", tree };
}

/** The moment of the files that are staged. */
export function indexMoment(tree: Tree): Moment {
  return { kind: "index", commit: undefined, label: "the index", tree };
}
