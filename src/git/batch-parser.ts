/** One answer's header line of `git cat-file --batch`. */
export type BatchHeader =
  | { readonly state: "found"; readonly id: string; readonly type: string; readonly size: number }
  | { readonly state: "missing" }
  | { readonly state: "ambiguous" }
  /** Nothing that git says here; what follows means nothing either. */
  | { readonly state: "unreadable" };

/** What the owner of the stream does with each part of an answer. */
export interface BatchHandler {
  onHeader(header: BatchHeader): void;
  /** A piece of the content of the last header, in order. */
  onContent(chunk: Buffer): void;
  /** The answer is complete. */
  onEnd(): void;
}

const NEWLINE = 10;
/** A submodule's commit lies in another repository. */
const NOT_THERE = / (?:missing|submodule|excluded)$/;
const FOUND = /^([0-9a-f]{40}|[0-9a-f]{64}) (commit|tree|blob|tag) ([0-9]+)$/;

/** Reads one header line. What git never says is not taken for "there is none", which would accuse a report. */
export function parseBatchHeader(line: string): BatchHeader {
  const [, id, type, size] = FOUND.exec(line) ?? [];
  if (id !== undefined && type !== undefined) return { state: "found", id, type, size: Number(size) };
  if (line.endsWith(" ambiguous")) return { state: "ambiguous" };
  return { state: NOT_THERE.test(line) ? "missing" : "unreadable" };
}

/** Makes a function that takes the stream's bytes in pieces of any size; content is passed on, never collected. */
export function createBatchParser(handler: BatchHandler): (chunk: Buffer) => void {
  let line: Buffer[] = [];
  let remaining = 0;
  let inContent = false;

  const takeHeader = (chunk: Buffer): Buffer => {
    const end = chunk.indexOf(NEWLINE);
    if (end === -1) {
      line.push(chunk);
      return chunk.subarray(chunk.length);
    }
    const header = parseBatchHeader(Buffer.concat([...line, chunk.subarray(0, end)]).toString("utf8"));
    line = [];
    handler.onHeader(header);
    inContent = header.state === "found";
    if (header.state === "found") remaining = header.size;
    else handler.onEnd();
    return chunk.subarray(end + 1);
  };

  const takeContent = (chunk: Buffer): Buffer => {
    const piece = chunk.subarray(0, remaining);
    if (piece.length > 0) handler.onContent(piece);
    remaining -= piece.length;
    if (piece.length === chunk.length) return chunk.subarray(chunk.length);
    // The content is followed by one newline of the protocol's own.
    inContent = false;
    handler.onEnd();
    return chunk.subarray(piece.length + 1);
  };

  return (chunk) => {
    for (let rest = chunk; rest.length > 0; ) rest = inContent ? takeContent(rest) : takeHeader(rest);
  };
}
