import { join } from "node:path";
import { BlockersError } from "../../errors.js";
import { plural } from "../../format/summary.js";
import { readDriver } from "../../git/configure-driver.js";
import { askLayout } from "../../git/layout.js";
import type { Inspection } from "../../model/inspection.js";
import { findReports, isRefusal } from "../files/find-reports.js";
import { displayed } from "../files/places.js";
import type { Session } from "../run/session.js";
import { isExecutable, makeExecutable } from "../setup/hook.js";
import { readIfThere, textOf } from "../setup/plan-file.js";
import { findRunner } from "../setup/runners.js";
import { authorship } from "../setup/stamp.js";
import type { Place } from "../setup/step.js";

/**
 * The configuration that a session was opened with, and the reports that it finds. Raises what keeps it from looking, and a
 * git error where git has answered `before`, and does not any more.
 */
export async function inspectReports(session: Session, before: boolean): Promise<readonly Inspection[]> {
  if (before && !session.tracked)
    throw new BlockersError("git", "git answered once, and then no more", ["Run it again."]);
  const { cwd } = session.paths;
  const { file } = session.settings;
  const { documents, failures } = await findReports(session, []);
  const [failure] = failures;
  if (failure !== undefined && !isRefusal(failure)) throw failure;
  const reports: Inspection =
    failure === undefined
      ? { name: "reports", state: "ok", text: `${plural(documents.length, "report")} below here` }
      : { name: "reports", state: "problem", text: failure.message, mend: failure.hints[0] };
  const config = file === undefined ? "none, and none is needed" : `${displayed(cwd, file)} is valid`;
  return [{ name: "configuration", state: "ok", text: config }, reports];
}

/** Whatever keeps a configuration from being read. */
export function inspectBadConfig(error: BlockersError): Inspection {
  return { name: "configuration", state: "problem", text: error.message, mend: error.hints[0] };
}

/** What makes a checkout check itself: the hook, the merge driver, the CI job. Raises input and git errors. */
export async function inspectSetup(place: Place): Promise<readonly Inspection[]> {
  return [await inspectHook(place), await inspectDriver(place), await inspectCi(place)];
}

async function inspectHook(place: Place): Promise<Inspection> {
  const name = "hook";
  const none: Inspection = {
    name,
    state: "note",
    text: "none: commits are not checked before they are made",
    mend: "blockers init --hook",
  };
  const runner = await findRunner(place);
  if (runner) {
    return runner.runsUs
      ? { name, state: "ok", text: `run by ${runner.name} (${runner.file})` }
      : { ...none, text: `${runner.name} does not run blockers` };
  }
  const { hooks } = await askLayout(place.checkout, place.world.env);
  const file = join(hooks, "pre-commit");
  const shown = displayed(place.world.cwd, file);
  const bytes = await readIfThere(place, file, shown);
  if (bytes === undefined) return none;
  if (!(await isExecutable(place, file))) {
    const text = `${shown} is not executable, so that git passes over it`;
    return { name, state: "problem", text, mend: makeExecutable(shown) };
  }
  const text = textOf(bytes);
  const whose = authorship(text);
  if (whose !== "foreign")
    return { name, state: "ok", text: `${shown}, by init${whose === "changed" ? ", changed by hand" : ""}` };
  return /\bblockers\b/.test(text)
    ? { name, state: "ok", text: `${shown}, your own` }
    : { ...none, text: `${shown} does not run blockers` };
}

async function inspectDriver(place: Place): Promise<Inspection> {
  const name = "merge driver";
  const { checkout, world } = place;
  const { driver } = await readDriver(checkout, "blockers", world.env);
  const bytes = await readIfThere(place, join(checkout, ".gitattributes"), ".gitattributes");
  const named = bytes !== undefined && /\bmerge=blockers\b/.test(textOf(bytes));
  if (named && driver !== null) return { name, state: "ok", text: "known to .gitattributes and to this clone" };
  const mend = "blockers init --merge-driver";
  if (named) return { name, state: "note", text: ".gitattributes names it, but this clone does not know it", mend };
  const text =
    driver === null
      ? "none: derived numbers may conflict in merges"
      : "this clone knows it, but .gitattributes does not name it";
  return { name, state: "note", text, mend };
}

const CI_FILES = [".github/workflows/blockers.yml", ".gitlab/blockers.gitlab-ci.yml", ".gitlab-ci.yml"];

async function inspectCi(place: Place): Promise<Inspection> {
  const name = "CI";
  for (const file of CI_FILES) {
    const bytes = await readIfThere(place, join(place.checkout, file), file);
    if (bytes !== undefined && /\bblockers\b/.test(textOf(bytes))) return { name, state: "ok", text: file };
  }
  return { name, state: "note", text: "no job of init's making", mend: "blockers init --ci" };
}
