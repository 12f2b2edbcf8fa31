import type { Buffer } from "node:buffer";
import type { FoundCommit, Places } from "../model/history.js";
import type { FactFile } from "./fact-file.js";
import { GIT_STREAM_CAP, MAX_MISDATED } from "./limits.js";
import { notUnderstood } from "./not-understood.js";
import type { Repository } from "./repository.js";
import { asRevert, REVERT_MARK, type Revert, revertsSince, takenBack } from "./reverts.js";
import { requireSound, streamGit } from "./run.js";
import { createTokenSplitter } from "./split-tokens.js";
import { decodeText } from "./text.js";

/** What is known of the commits below one tip. For a given tip it never changes. */
export interface Standing {
  /** Reverts among its ancestors, newest first; all that are not older than what was asked. */
  readonly reverts: readonly Revert[];
  /** Commits that some ref contains; of others nothing is said. */
  readonly reachable: ReadonlySet<string>;
}

/** To be raised when it is written in another way. */
export const STANDING_VERSION = "standing 2";

interface Stored {
  /** Reverts that are older may be missing, in seconds since 1970. */
  readonly since: number;
  readonly reverts: readonly Revert[];
  /** Commits that were asked for and are ancestors of the tip. */
  readonly ancestors: readonly string[];
}

/**
 * Tells where commits stand, in one walk from all refs that goes no further back than their dates; in none where a former run
 * was asked of the same commits below the same tip, which is HEAD. Raises a git error.
 */
export async function findStanding(
  repository: Repository,
  head: string,
  commits: readonly FoundCommit[],
  facts: FactFile | undefined,
): Promise<Standing> {
  const since = revertsSince(commits);
  const former = recall(facts, head);
  const ancestors = new Set(former?.ancestors);
  if (former && former.since <= since && commits.every(({ id }) => ancestors.has(id))) {
    return { reverts: former.reverts.filter(({ time }) => time >= since), reachable: ancestors };
  }
  const { parents, reverts, whole } = await walk(repository, since);
  const below = ancestorsOf(head, parents);
  const own = reverts.filter(({ id, time }) => below.has(id) && time >= since);
  if (whole) {
    const found = commits.filter(({ id }) => below.has(id)).map(({ id }) => id);
    facts?.save(new Map([[head, JSON.stringify({ since, reverts: own, ancestors: found } satisfies Stored)]]));
  }
  return { reverts: whole ? own : [], reachable: new Set(parents.keys()) };
}

function recall(facts: FactFile | undefined, head: string): Stored | undefined {
  const json = facts?.load([head]).get(head);
  // Its check holds, so that it is what was written.
  return json === undefined ? undefined : (JSON.parse(json) as Stored);
}

interface Walked {
  /** By id, as git prints them. */
  readonly parents: ReadonlyMap<string, string>;
  readonly reverts: readonly Revert[];
  /** The walk came to its end. */
  readonly whole: boolean;
}

const HEAD_LINE = /^([0-9a-f]{40}|[0-9a-f]{64}) (-?[0-9]+) ([0-9a-f ]*)$/;
const NEWLINE = 10;

/** Goes back from a commit, or from all refs, until all that comes is older, as far as clocks may be believed. */
async function walk(repository: Repository, since: number, from?: string): Promise<Walked> {
  const parents = new Map<string, string>();
  const reverts: Revert[] = [];
  let older = 0;
  const take = (token: Buffer): void => {
    if (older > MAX_MISDATED || token.length === 0) return;
    const end = token.indexOf(NEWLINE);
    const [, id, seconds, list] = HEAD_LINE.exec(token.toString("latin1", 0, end === -1 ? token.length : end)) ?? [];
    if (id === undefined || list === undefined) throw notUnderstood("telling where commits stand");
    const time = Number(seconds);
    // Newest first, unless a commit bears a wrong date: then what is above it comes behind it.
    older = time < since ? older + 1 : 0;
    parents.set(id, list);
    if (!token.includes(REVERT_MARK)) return;
    const revert = asRevert({ id, time, body: decodeText(token) ?? token.toString("latin1") });
    if (revert) reverts.push(revert);
  };
  const push = createTokenSplitter(take);
  const args = ["log", ...(from === undefined ? ["--all"] : []), "-z", "--format=%H %ct %P%n%B", "--stdin"];
  const end = await streamGit(repository.place, args, {
    input: from === undefined ? "" : `${from}\n`,
    maxBytes: GIT_STREAM_CAP,
    dispensable: true,
    onData: (chunk) => {
      push(chunk);
      return older > MAX_MISDATED;
    },
  });
  requireSound(repository, "tell where commits stand", end);
  return { parents, reverts, whole: end.outcome === "stopped" || (end.outcome === "ended" && end.code === 0) };
}

/**
 * Finds for each commit the revert that took it back, among the ancestors of `start`, or of all refs before the first commit. A
 * revert that was itself reverted gives the commit back.
 */
export async function findReverts(
  repository: Repository,
  start: string | undefined,
  commits: readonly FoundCommit[],
): Promise<Places["reverts"]> {
  if (commits.length === 0) return new Map();
  const since = revertsSince(commits);
  const { reverts, whole } = await walk(repository, since, start);
  return whole
    ? takenBack(
        reverts.filter(({ time }) => time >= since),
        commits,
      )
    : new Map();
}

function ancestorsOf(tip: string, parents: ReadonlyMap<string, string>): ReadonlySet<string> {
  const found = new Set<string>([tip]);
  // A set is walked on through what is added meanwhile.
  for (const id of found) {
    for (const parent of parents.get(id)?.split(" ") ?? []) if (parents.has(parent)) found.add(parent);
  }
  return found;
}
