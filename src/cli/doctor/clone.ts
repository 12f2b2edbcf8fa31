import { plural } from "../../format/summary.js";
import type { CloneState, Examined } from "../../git/examine.js";
import type { Inspection } from "../../model/inspection.js";
import { displayed } from "../files/places.js";
import type { World } from "../world.js";

/** What can be learnt from the repository around here. `refs` are those that the configuration names. */
export function inspectClone(found: Examined, refs: readonly string[], { cwd }: World): readonly Inspection[] {
  const name = "repository";
  if (found.state === "absent") {
    return [
      {
        name,
        state: "problem",
        text: "none around here: nothing is compared with git",
        mend: "run it in a checkout, or name one with --repo",
      },
    ];
  }
  if (found.state === "unreadable") {
    const [why, mend] = found.why.split("; to trust it: ");
    // What is no checkout can still be named.
    return [{ name, state: "problem", text: why ?? found.why, mend: mend ?? "blockers check --repo . REPORT" }];
  }
  return [
    inspectKind(found, cwd),
    inspectHistory(found),
    ...inspectRefs(found, refs),
    inspectTags(found),
    ...inspectRest(found),
  ];
}

function inspectKind({ top, linked, submodule, unborn }: CloneState, cwd: string): Inspection {
  const name = "repository";
  if (top === undefined) {
    return {
      name,
      state: "note",
      text: "bare: its history can be asked, but there are no files here",
      mend: "name reports and use --repo",
    };
  }
  const kind = submodule ? "a submodule" : linked ? "a linked worktree" : "a checkout";
  const where = displayed(cwd, top);
  const text = `${kind} at ${where === "" ? "." : where}`;
  return unborn
    ? { name, state: "note", text: `${text}, without a commit`, mend: "git commit" }
    : { name, state: "ok", text };
}

function inspectHistory({ shallow, partial }: CloneState): Inspection {
  const name = "history";
  if (shallow) {
    return {
      name,
      state: "problem",
      text: "shallow: what lies before its edge cannot be told",
      mend: "git fetch --unshallow (in CI: fetch-depth: 0)",
    };
  }
  if (partial) {
    return {
      name,
      state: "problem",
      text: "partial: contents that were not fetched cannot be told",
      mend: "git fetch --refetch --no-filter",
    };
  }
  return { name, state: "ok", text: "whole" };
}

function inspectRefs({ known, fewBranches }: CloneState, refs: readonly string[]): readonly Inspection[] {
  const name = "refs";
  const missing = refs.filter((ref) => !known.has(ref));
  if (missing.length > 0) {
    const names = missing.map((ref) => `"${ref}"`).join(", ");
    return [
      {
        name,
        state: "problem",
        text: `the configuration names ${names}, which is not here`,
        mend: 'git fetch origin, or correct "refs"',
      },
    ];
  }
  const own: Inspection[] = refs.length === 0 ? [] : [{ name, state: "ok", text: `${refs.join(", ")} found` }];
  if (!fewBranches) return own;
  const text = "only some branches are fetched: of others nothing is said";
  return [...own, { name: "branches", state: "note", text, mend: "git remote set-branches origin '*' && git fetch" }];
}

function inspectTags({ tags }: CloneState): Inspection {
  const name = "tags";
  return tags > 0
    ? { name, state: "ok", text: String(tags) }
    : { name, state: "note", text: "none: if the project has some, they were not fetched", mend: "git fetch --tags" };
}

function inspectRest({ leftOut, grafts, replaced }: CloneState): readonly Inspection[] {
  const found: Inspection[] = [];
  if (leftOut > 0)
    found.push({
      name: "sparse",
      state: "note",
      text: `${plural(leftOut, "tracked file")} left out of the disk, and read from the index`,
    });
  if (grafts) found.push({ name: "grafts", state: "note", text: "info/grafts is there, and is not followed" });
  if (replaced > 0)
    found.push({
      name: "replacements",
      state: "note",
      text: `${plural(replaced, "object")} replaced (git replace), which is not followed`,
    });
  return found;
}
