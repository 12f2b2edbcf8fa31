import type { History, PlacesQuery, Survey } from "../model/history.js";
import { type During, type OnProgress, unwatched } from "../model/progress.js";
import type { Report } from "../model/report.js";
import { type Tolerances, USUAL_TOLERANCES } from "../model/tolerances.js";
import type { Weights } from "../model/weights.js";
import { citedIds, comparedIds } from "./compared-commits.js";
import { dayOf } from "./day-of.js";
import { frozenMoments } from "./frozen.js";
import { ignoredPaths, ignoreFiles } from "./ignored.js";
import {
  type Answers,
  type Claimed,
  endOf,
  type Gathered,
  Judge,
  judgeWithoutGit,
  Needs,
  NOTHING,
  type Run,
} from "./judging.js";
import { lineOrigins, turnsOnOrigin } from "./line-origins.js";

export interface GatherOptions {
  readonly history: History | undefined;
  readonly asOf: string | undefined;
  /** Branches or tags that speak for the project. */
  readonly refs?: readonly string[] | undefined;
  readonly pathPrefixes: readonly string[];
  /** Reports that speak of their own day only. */
  readonly frozen?: ((report: Report) => boolean) | undefined;
  readonly tolerances?: Tolerances | undefined;
  readonly weights?: Weights | undefined;
  readonly onProgress?: OnProgress | undefined;
  /** Does the work on each report. */
  readonly during?: During | undefined;
}

/** What to ask about the commits that were found, the subjects of those that were not, and branches. */
function placesQuery(reports: readonly Claimed[], survey: Survey, { asOf, refs }: GatherOptions): PlacesQuery {
  const claims = reports.flatMap((r) => r.claims);
  const found = [...survey.commits.values()].filter((fact) => fact.state === "found");
  return {
    asOf,
    refs,
    commits: [...new Map(found.map((commit) => [commit.id, commit])).values()],
    subjects: claims.flatMap((c) =>
      c.kind === "commit-subject" && survey.commits.get(c.id)?.state === "missing" ? [c.stated] : [],
    ),
    branches: [...new Set(claims.flatMap((c) => (c.kind === "branch" ? [c.name] : [])))],
  };
}

/** Versions of a report that are looked through for the day a line was written. */
const VERSIONS = 40;

/**
 * Judges the claims of all reports of a run. Git is asked in batches for all of them: commits and moments first, then
 * the blobs that the judges wanted counted, then the paths they did not find, and at last, only where a verdict turns
 * on it, when the lines were written and how the tree was on the report's own day. The judges
 * themselves stay pure: they are run to learn what they need and again with the answers; what needed none is judged once.
 */
export async function gather(reports: readonly Claimed[], options: GatherOptions): Promise<Gathered[]> {
  const { history, asOf, pathPrefixes: prefixes, during = unwatched } = options;
  const measures = { tolerances: options.tolerances ?? USUAL_TOLERANCES, weights: options.weights };
  const tell = (at: number): void => options.onProgress?.(at, reports.length, "reports judged");
  if (!history)
    return reports.map((r, at) => {
      tell(at);
      return { ...r, judgements: during(r.report.source, () => judgeWithoutGit(r, measures)), git: undefined };
    });
  const commits = [...new Set(reports.flatMap((r) => citedIds(r.claims)))];
  // Git answers for all of them together.
  if (commits.length > 0) options.onProgress?.(0, commits.length, "commits looked up");
  const survey = await history.survey({
    asOf,
    reports: reports.map((r) => r.report.source.path),
    commits,
    compared: [...new Set(reports.flatMap((r) => comparedIds(r.claims)))],
    refs: options.refs,
  });
  const old = reports.map(({ report }) => report).filter((report) => options.frozen?.(report));
  const frozen = await frozenMoments(old, survey, history, asOf);
  const places = await history.places(placesQuery(reports, survey, options));
  const run: Run = { asOf, survey, places, prefixes, measures, frozen, origins: new Map(), during };
  const judges = new Map(reports.map((r) => [r.report, new Judge(r, run)]));
  const answers = await askFor([...judges.values()], run, history, NOTHING);
  const first = [...judges.values()].map((judge, at) => {
    tell(at);
    return judge.judged(answers);
  });
  const turning = first.filter((r) => turnsOnOrigin(r.judgements));
  if (turning.length === 0) return first;
  const [versions, days] = await Promise.all([
    history.versions(
      turning.map((r) => r.report.source.path),
      asOf,
      VERSIONS,
    ),
    history.dayEnds(
      turning.flatMap((r) => [...daysOf(r)]),
      asOf,
    ),
  ]);
  for (const { report, judgements } of turning) {
    const until = endOf(run, report);
    const lines = lineOrigins(report, judgements, versions.get(report.source.path) ?? []).filter(
      // A frozen report was not written when it was filed away.
      ({ time }) => until === undefined || time === undefined || time <= until,
    );
    const ends = [...daysOf({ report, judgements })].flatMap((day) => days.get(day) ?? []);
    run.origins.set(report, [...lines, ...ends]);
  }
  const doubtful = turning.flatMap(({ report }) => judges.get(report) ?? []);
  for (const judge of doubtful) judge.begin();
  const more = await askFor(doubtful, run, history, answers);
  const again = new Map(doubtful.map((judge) => [judge.report, judge.judged(more)]));
  return first.map((one) => again.get(one.report) ?? one);
}

/** The days of which the doubtful claims of a report speak. */
function daysOf({ report, judgements }: Pick<Gathered, "report" | "judgements">): Set<string> {
  const doubtful = judgements.filter(({ verdict }) => verdict.kind === "contradicted");
  return new Set(doubtful.flatMap(({ claim }) => dayOf(claim.unit, report) ?? []));
}

/** Lets the judges ask, once for blobs and, with those counted, once for paths; where they still doubt, for former states. */
async function askFor(judges: readonly Judge[], run: Run, history: History, known: Answers): Promise<Answers> {
  const needs = new Needs();
  const count = async (answers: Answers): Promise<Answers> => {
    for (const judge of judges) judge.ask(answers, needs);
    const unknown = [...needs.blobs].filter((b) => !answers.lines.has(b));
    return { ...answers, lines: new Map([...answers.lines, ...(await history.countLines(unknown))]) };
  };
  let counted = await count(known);
  for (const judge of judges) judge.ask(counted, needs);
  const doubtful = [...needs.states].filter((path) => !known.states.has(path));
  if (doubtful.length > 0) {
    const states = new Map([...known.states, ...(await history.states(doubtful))]);
    counted = await count({ ...counted, states });
  }
  if (needs.paths.size === 0 || known.existed !== undefined) return counted;
  const moments = [...new Set([...run.survey.moments.values()].flat())];
  const commits = [...new Set(moments.flatMap((m) => (m.commit === undefined ? [] : [m.commit])))];
  // Up to what is checked out, so that the answer does not depend on the other reports of the run.
  const ends = run.asOf === undefined ? ["HEAD", ...commits] : commits;
  const existed = await history.everExisted([...needs.paths], ends);
  const ignored = ignoredPaths(moments, await history.readTexts([...new Set(ignoreFiles(moments))]));
  return { ...counted, existed, ignored };
}
