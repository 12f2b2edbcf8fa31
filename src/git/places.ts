import type { Places, PlacesQuery } from "../model/history.js";
import { findBranches } from "./branches.js";
import type { ChangeReader } from "./change-reader.js";
import type { Repository } from "./repository.js";
import { findReverts } from "./reverts.js";
import { requireSound, runGit } from "./run.js";
import { findSuccessors } from "./successors.js";

/** Full ids of the revisions of a query. */
export interface ResolvedPlaces extends Omit<PlacesQuery, "asOf" | "refs"> {
  /** Where reverts are looked for from; undefined before the first commit. */
  readonly start: string | undefined;
  /** The configured refs; empty for all. */
  readonly refs: readonly string[];
}

/** Answers where commits and branches stand. In a shallow clone nothing is said of what may have been cut off. */
export async function findPlaces(
  repository: Repository,
  query: ResolvedPlaces,
  readChanges: ChangeReader,
): Promise<Places> {
  const [reachable, reverts, branches] = await Promise.all([
    findReachable(repository, query),
    findReverts(repository, query.start, query.commits),
    findBranches(repository, query.branches),
  ]);
  const lost = query.commits.filter(({ id }) => reachable.get(id) === false);
  return {
    reachable,
    reverts,
    branches,
    successors: await findSuccessors(repository, { lost, subjects: query.subjects }, readChanges),
  };
}

/** One walk over what the refs do not contain, which is nothing as a rule. */
async function findReachable(
  repository: Repository,
  { commits, refs }: ResolvedPlaces,
): Promise<ReadonlyMap<string, boolean>> {
  const { place, shallow } = repository;
  if (commits.length === 0 || shallow) return new Map();
  const input = [...commits.map(({ id }) => id), ...refs.map((id) => `^${id}`)].map((line) => `${line}\n`).join("");
  const end = await runGit(place, ["rev-list", "--stdin", ...(refs.length === 0 ? ["--not", "--all"] : [])], input);
  requireSound(repository, "tell which commits are on a branch", end);
  if (end.outcome !== "ended" || end.code !== 0) return new Map();
  const outside = new Set(end.stdout.toString("latin1").split("\n"));
  return new Map(commits.map(({ id }) => [id, !outside.has(id)]));
}
