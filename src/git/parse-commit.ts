/** A commit and those it was made on. */
export interface Parented {
  readonly id: string;
  readonly parents: readonly string[];
}

/** What one commit object says about itself. */
export interface CommitRecord extends Parented {
  readonly tree: string;
  readonly authorTime: number;
  readonly committerTime: number;
  readonly subject: string;
}

const TIME = /> (-?[0-9]+) [+-][0-9]+$/;

/** Reads the bytes of a commit object; a damaged header yields empty fields, never an error. */
export function parseCommit(id: string, content: Buffer): CommitRecord {
  const blank = content.indexOf("\n\n");
  const headers = content.toString("latin1", 0, blank === -1 ? content.length : blank).split("\n");
  const values = (key: string): readonly string[] =>
    headers.filter((line) => line.startsWith(`${key} `)).map((line) => line.slice(key.length + 1));
  const message = blank === -1 ? Buffer.alloc(0) : content.subarray(blank + 2);
  return {
    id,
    tree: values("tree")[0] ?? "",
    parents: values("parent"),
    authorTime: parseTime(values("author")[0]),
    committerTime: parseTime(values("committer")[0]),
    subject: parseSubject(decodeMessage(message, values("encoding")[0])),
  };
}

function parseTime(person: string | undefined): number {
  return Number(TIME.exec(person ?? "")?.[1] ?? 0);
}

/** The first paragraph on one line, as git's own %s. */
function parseSubject(message: string): string {
  const lines = message.split("\n").map((line) => line.trimEnd());
  const first = lines.findIndex((line) => line !== "");
  const end = lines.findIndex((line, index) => index > first && line === "");
  return first === -1 ? "" : lines.slice(first, end === -1 ? undefined : end).join(" ");
}

function decodeMessage(bytes: Buffer, encoding: string | undefined): string {
  if (encoding === undefined) return bytes.toString("utf8");
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    return bytes.toString("utf8");
  }
}
