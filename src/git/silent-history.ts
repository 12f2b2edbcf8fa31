import { BlockersError } from "../errors.js";
import type { History, RepositoryState } from "../model/history.js";

/** Makes a history that knows nothing: commits are unknown, paths are unknown, lists are empty. */
export function createSilentHistory(repository: RepositoryState): History {
  const begin: History["begin"] = async (asOf) => (asOf === undefined ? repository : refuse("--as-of"));
  return {
    begin,
    async survey({ asOf, commits, reports }) {
      await begin(asOf);
      return {
        repository,
        commits: new Map(commits.map((commit) => [commit, { state: "unknown" }])),
        moments: new Map(reports.map((report) => [report, []])),
        lastChanges: new Map(),
      };
    },
    places: async () => ({ reachable: new Map(), successors: new Map(), reverts: new Map(), branches: new Map() }),
    dayEnds: async () => new Map(),
    countLines: async () => new Map(),
    readTexts: async () => new Map(),
    everExisted: async () => "unknown",
    versions: async (reports) => new Map(reports.map((report) => [report, []])),
    states: async () => new Map(),
    trackedFiles: async () => [],
    staged: async () => refuse("--staged"),
    between: async () => refuse("--base"),
    changedSince: async () => refuse("--changed"),
    edited: async () => new Set(),
    readBlob: async () => undefined,
    close: async () => undefined,
  };
}

function refuse(option: string): never {
  throw new BlockersError("usage", `${option} needs a git repository, and none can be read here`, [
    `name one with --repo, or leave ${option} out`,
  ]);
}
