import { GIT_STREAM_CAP } from "./limits.js";
import type { Repository } from "./repository.js";
import { requireSound, streamGit } from "./run.js";
import { createTokenSplitter } from "./split-tokens.js";
import { decodeText } from "./text.js";

/** A commit as its message tells of it. */
export interface Message {
  readonly id: string;
  /** When it was committed, in seconds since 1970. */
  readonly time: number;
  readonly subject: string;
  /** The whole message, subject included. */
  readonly body: string;
}

export interface MessageQuery {
  /** Full ids; all refs when empty. */
  readonly from: readonly string[];
  /** Texts of which a message must hold one, as they are; each is an argument of the command. */
  readonly grep?: readonly string[];
}

/** Reads messages, newest first, in one process; undefined when git did not come to an end. Raises a git error where it fails. */
export async function readMessages(repository: Repository, query: MessageQuery): Promise<Message[] | undefined> {
  const { from, grep = [] } = query;
  const args = [
    "log",
    "-z",
    "--format=%H %ct%n%B",
    "--fixed-strings",
    ...grep.map((text) => `--grep=${text}`),
    ...(from.length === 0 ? ["--all"] : []),
    "--stdin",
  ];
  const found: Message[] = [];
  const push = createTokenSplitter((token) => {
    const message = parse(decodeText(token) ?? token.toString("latin1"));
    if (message) found.push(message);
  });
  const end = await streamGit(repository.place, args, {
    input: from.map((id) => `${id}\n`).join(""),
    maxBytes: GIT_STREAM_CAP,
    dispensable: true,
    onData: (chunk) => {
      push(chunk);
      return false;
    },
  });
  // The last record has no terminator in some versions of git.
  push(Buffer.from([0]));
  requireSound(repository, "read the messages of commits", end);
  return end.outcome === "ended" && end.code === 0 ? found : undefined;
}

function parse(record: string): Message | undefined {
  const [head = "", ...lines] = record.split("\n");
  const [id = "", time] = head.split(" ");
  if (!/^[0-9a-f]{40,64}$/.test(id)) return undefined;
  const body = lines.join("\n").trim();
  return { id, time: Number(time), subject: body.split("\n", 1)[0] ?? "", body };
}
