import type { PathClaim } from "../model/claim.js";
import type { Verdict } from "../model/verdict.js";
import { changedSinceDate, foundCommits, type GitContext, nextState, shortId } from "./git-context.js";
import { quoted } from "./lines.js";
import {
  citedTouching,
  differentlyWritten,
  leavesRepository,
  pathVariants,
  resolveInCommit,
  resolveInTree,
} from "./resolve-path.js";

/** Whether a cited file was there at any moment the report can mean, and long enough for its line. */
export function judgePath(claim: PathClaim, git: GitContext): Verdict {
  const commits = new Set([...foundCommits(git, claim.commits), ...citedTouching(claim.path, git)]);
  const inCommits = [...commits].flatMap((c) => resolveInCommit(claim.path, c, git));
  const inTrees = git.moments.flatMap((m) =>
    resolveInTree(claim.path, m.tree, git).map((path) => ({ path, blob: m.tree.files.get(path), moment: m })),
  );
  if (inTrees.length > 0 || inCommits.length > 0) {
    return claim.line === undefined
      ? { kind: "consistent", by: { how: `${inTrees[0]?.path ?? inCommits[0]?.path ?? claim.path} exists`, from: [] } }
      : judgeLineNumber(
          claim,
          claim.line,
          inTrees,
          inCommits.map((c) => c.after ?? c.before),
          git,
        );
  }
  if (git.moments.length === 0) return { kind: "cannot-tell", reason: "history-not-read" };
  if (leavesRepository(claim.path, git)) return { kind: "cannot-tell", reason: "outside-repository" };
  if (isElsewhere(claim.path, git)) return { kind: "cannot-tell", reason: "outside-repository" };
  if (isShortFor(claim.path, git)) return { kind: "cannot-tell", reason: "ambiguous-path" };
  const existed = git.existed(pathVariants(claim.path, git));
  if (git.ignored(pathVariants(claim.path, git))) return { kind: "cannot-tell", reason: "ignored-path" };
  if (existed === "unknown") return { kind: "cannot-tell", reason: "history-not-read" };
  if (existed) return { kind: "consistent", by: { how: `${claim.path} existed before`, from: [] } };
  const twin = differentlyWritten(claim.path, git);
  // On some disks that is one name, whichever of both ways it is written.
  if (twin !== undefined && claim.path.normalize("NFC").endsWith(twin.normalize("NFC")))
    return { kind: "cannot-tell", reason: "ambiguous-path" };
  const last = git.moments.find((m) => m.commit !== undefined);
  const path = pathVariants(claim.path, git)[0] ?? claim.path;
  return {
    kind: "contradicted",
    stated: claim.path,
    computed: twin === undefined ? "not found" : `not found, but ${twin}`,
    by: {
      how: `not at ${[...new Set(git.moments.map((m) => m.label))].join(" or ")}, nor in any commit before`,
      from: [],
      proof: `git log --oneline ${last?.commit ? shortId(last.commit) : "HEAD"} -- ${quoted(path)}`,
    },
    deviation: undefined,
    changesConclusion: false,
  };
}

/** Below a submodule: another repository has it. */
function isElsewhere(path: string, git: GitContext): boolean {
  const variants = pathVariants(path, git);
  return git.moments.some((m) =>
    [...m.tree.submodules].some((folder) => variants.some((v) => v.startsWith(`${folder}/`))),
  );
}

/** "controller.ts" for `consilium-loop-controller.ts`. */
function isShortFor(path: string, git: GitContext): boolean {
  if (path.includes("/")) return false;
  return git.moments.some((m) =>
    [...m.tree.files.keys()].some((file) => /[-_.]$/.test(file.slice(0, -path.length)) && file.endsWith(path)),
  );
}

function judgeLineNumber(
  claim: PathClaim,
  line: number,
  inTrees: readonly { path: string; blob: string | undefined; moment: GitContext["moments"][number] }[],
  blobs: readonly (string | undefined)[],
  git: GitContext,
): Verdict {
  const measured = inTrees.flatMap(({ path, blob, moment }) => {
    const lines = blob === undefined ? undefined : git.lines(blob);
    return lines === undefined ? [] : [{ path, lines, moment }];
  });
  const others = blobs.flatMap((b) => (b === undefined ? [] : (git.lines(b) ?? [])));
  if (measured.length === 0 && others.length === 0) return { kind: "cannot-tell", reason: "not-measurable" };
  const longest = Math.max(...measured.map((m) => m.lines), ...others);
  const by = {
    how: `${claim.path} has ${longest} lines`,
    from: [],
    proof: measured[0]?.moment.commit
      ? `git show ${shortId(measured[0].moment.commit)}:${quoted(measured[0].path)} | wc -l`
      : undefined,
  };
  if (line <= longest + 1) return { kind: "consistent", by };
  for (const { path } of measured) {
    const blob = nextState(path, git)?.blob;
    const later = blob === undefined ? undefined : git.lines(blob);
    if (later !== undefined && line <= later + 1)
      return { kind: "consistent", by: { how: `${path} had ${later} lines when it was next committed`, from: [] } };
    if (changedSinceDate(path, claim.unit, git)) return { kind: "cannot-tell", reason: "changed-since-date" };
  }
  return {
    kind: "contradicted",
    stated: `line ${line}`,
    computed: `${longest} lines`,
    by,
    deviation: undefined,
    changesConclusion: false,
  };
}
