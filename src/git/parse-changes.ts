import type { FileChange } from "../model/history.js";
import { decodePath } from "../model/path-bytes.js";
import { notUnderstood } from "./not-understood.js";
import { createTokenSplitter } from "./split-tokens.js";

/** Receives what `git diff-tree --stdin -z --raw --numstat` prints. */
export interface ChangesHandler {
  /** A commit's changes begin; the commit before it is complete. */
  onCommit(id: string): void;
  onChange(change: FileChange): void;
}

type Draft = Omit<FileChange, "insertions" | "deletions">;

const STATUS: Readonly<Record<string, FileChange["status"]>> = {
  A: "added",
  D: "deleted",
  M: "modified",
  R: "renamed",
  T: "type-changed",
};
const NO_OBJECT = /^0+$/;
const SUBMODULE = "160000";
const ID = /^([0-9a-f]{40}|[0-9a-f]{64})$/;
const NUMSTAT = /^([0-9]+|-)\t([0-9]+|-)\t/;

/** Makes a function that takes the output in pieces; `finish` hands on what the last commit still holds. */
export function createChangesParser(handler: ChangesHandler): { push(chunk: Buffer): void; finish(): void } {
  let drafts = new Map<string, Draft>();
  let expect: ((token: Buffer) => void) | undefined;

  const finish = (): void => {
    for (const draft of drafts.values()) handler.onChange(complete(draft, undefined, undefined));
    drafts = new Map();
  };

  const takeRaw = (header: string): void => {
    const [beforeMode, afterMode, before, after, letter = ""] = header.slice(1).split(" ");
    const status = STATUS[letter[0] ?? ""] ?? "modified";
    const ids = { before: blobId(beforeMode, before), after: blobId(afterMode, after) };
    expect = (first) => {
      const path = decodePath(first);
      if (status !== "renamed") return void drafts.set(path, { path, status, ...ids });
      expect = (second) =>
        void drafts.set(decodePath(second), { path: decodePath(second), status, from: path, ...ids });
    };
  };

  const takeCount = (token: Buffer, [head = "", added, removed]: RegExpExecArray): void => {
    const settle = (path: string): void => {
      const draft = drafts.get(path);
      if (draft === undefined) return;
      drafts.delete(path);
      handler.onChange(complete(draft, lines(added), lines(removed)));
    };
    const path = token.subarray(head.length);
    if (path.length > 0) return settle(decodePath(path));
    // A rename's two names follow as tokens of their own.
    expect = () => {
      expect = (second) => settle(decodePath(second));
    };
  };

  const push = createTokenSplitter((token) => {
    if (expect !== undefined) {
      const take = expect;
      expect = undefined;
      return take(token);
    }
    const text = token.toString("latin1");
    const count = NUMSTAT.exec(text);
    if (text.startsWith(":")) takeRaw(text);
    else if (count !== null) takeCount(token, count);
    else if (ID.test(text)) {
      finish();
      handler.onCommit(text);
    } else throw notUnderstood("comparing commits");
  });
  return { push, finish };
}

function complete(draft: Draft, insertions: number | undefined, deletions: number | undefined): FileChange {
  return { ...draft, insertions, deletions };
}

function lines(text: string | undefined): number | undefined {
  return text === undefined || text === "-" ? undefined : Number(text);
}

function blobId(mode: string | undefined, id: string | undefined): string | undefined {
  return id === undefined || mode === SUBMODULE || NO_OBJECT.test(id) ? undefined : id;
}
