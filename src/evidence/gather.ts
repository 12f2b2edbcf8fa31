import { namesRepositories } from "../claims/repositories.js";
import type { Claim } from "../model/claim.js";
import type { FileState, History, LineCount, Moment, Places, PlacesQuery, Survey } from "../model/history.js";
import type { Report } from "../model/report.js";
import { type Tolerances, USUAL_TOLERANCES } from "../model/tolerances.js";
import type { Weights } from "../model/weights.js";
import { citedIds, comparedIds } from "./compared-commits.js";
import { dayOf } from "./day-of.js";
import { evaluate, type Judgement } from "./evaluate.js";
import { type FrozenMoments, frozenMoments } from "./frozen.js";
import type { GitContext } from "./git-context.js";
import type { Grounds } from "./grounds.js";
import { ignoredPaths, ignoreFiles } from "./ignored.js";
import { lineOrigins, turnsOnOrigin } from "./line-origins.js";

/** A report with what it claims. */
export interface Claimed {
  readonly report: Report;
  readonly claims: readonly Claim[];
}

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
}

/** The judgements on each report, and what git said of it; `git` is undefined where it was not asked. */
export interface Gathered extends Claimed {
  readonly judgements: readonly Judgement[];
  readonly git: GitContext | undefined;
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
 * on it, when the lines were written and how the tree was on the report's own day. The judges themselves stay pure: they are run to learn what they need and again
 * with the answers.
 */
export async function gather(reports: readonly Claimed[], options: GatherOptions): Promise<Gathered[]> {
  const { history, asOf, pathPrefixes: prefixes } = options;
  const measures = { tolerances: options.tolerances ?? USUAL_TOLERANCES, weights: options.weights };
  if (!history) return reports.map((r) => ({ ...r, judgements: judgeAll(r, undefined, measures), git: undefined }));
  const survey = await history.survey({
    asOf,
    reports: reports.map((r) => r.report.source.path),
    commits: [...new Set(reports.flatMap((r) => citedIds(r.claims)))],
    compared: [...new Set(reports.flatMap((r) => comparedIds(r.claims)))],
    refs: options.refs,
  });
  const old = reports.map(({ report }) => report).filter((report) => options.frozen?.(report));
  const frozen = await frozenMoments(old, survey, history, asOf);
  const places = await history.places(placesQuery(reports, survey, options));
  const run: Run = { asOf, survey, places, prefixes, measures, frozen, origins: new Map() };
  const answers = await askFor(reports, run, history, NOTHING);
  const first = reports.map((r) => judged(r, run, answers));
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
  const more = await askFor(turning, run, history, answers);
  return first.map((r) => (turning.includes(r) ? judged(r, run, more) : r));
}

/** The days of which the doubtful claims of a report speak. */
function daysOf({ report, judgements }: Pick<Gathered, "report" | "judgements">): Set<string> {
  const doubtful = judgements.filter(({ verdict }) => verdict.kind === "contradicted");
  return new Set(doubtful.flatMap(({ claim }) => dayOf(claim.unit, report) ?? []));
}

type Measures = Pick<Grounds, "tolerances" | "weights">;

interface Run {
  readonly asOf: string | undefined;
  readonly survey: Survey;
  readonly places: Places;
  readonly prefixes: readonly string[];
  readonly measures: Measures;
  readonly frozen: FrozenMoments;
  /** The moments at which a report's doubtful lines were written, and the end of the day that it names. */
  readonly origins: Map<Report, readonly Moment[]>;
}

/** The end of the day of a frozen report, in seconds since 1970. */
function endOf({ frozen }: Run, report: Report): number | undefined {
  const moments = frozen.get(report);
  return moments && Math.max(...moments.map(({ time }) => time ?? 0));
}

interface Answers {
  readonly states: ReadonlyMap<string, readonly FileState[]>;
  readonly lines: ReadonlyMap<string, LineCount>;
  readonly existed: ReadonlySet<string> | "unknown" | undefined;
  readonly ignored: (path: string) => boolean;
}

const NOTHING: Answers = { states: new Map(), lines: new Map(), existed: undefined, ignored: () => false };

/** What the judges asked for. */
class Needs {
  readonly states = new Set<string>();
  readonly blobs = new Set<string>();
  readonly paths = new Set<string>();
}

/** Lets the judges ask, once for blobs and, with those counted, once for paths; where they still doubt, for former states. */
async function askFor(reports: readonly Claimed[], run: Run, history: History, known: Answers): Promise<Answers> {
  const needs = new Needs();
  const count = async (answers: Answers): Promise<Answers> => {
    for (const r of reports) judgeAll(r, contextOf(r, run, answers, needs), run.measures);
    const unknown = [...needs.blobs].filter((b) => !answers.lines.has(b));
    return { ...answers, lines: new Map([...answers.lines, ...(await history.countLines(unknown))]) };
  };
  let counted = await count(known);
  for (const r of reports) judgeAll(r, contextOf(r, run, counted, needs), run.measures);
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

function judged(claimed: Claimed, run: Run, answers: Answers): Gathered {
  const git = contextOf(claimed, run, answers, new Needs());
  return { report: claimed.report, claims: claimed.claims, judgements: judgeAll(claimed, git, run.measures), git };
}

function judgeAll({ report, claims }: Claimed, git: GitContext | undefined, measures: Measures): Judgement[] {
  return claims.map((claim) => ({ claim, verdict: evaluate(claim, { report, git, ...measures }) }));
}

function contextOf({ report, claims }: Claimed, run: Run, answers: Answers, needs: Needs): GitContext {
  const frozen = run.frozen.get(report);
  return {
    survey: run.survey,
    places: run.places,
    moments: [...(frozen ?? run.survey.moments.get(report.source.path) ?? []), ...(run.origins.get(report) ?? [])],
    cited: citedIds(claims),
    subjects: new Map(claims.flatMap((c) => (c.kind === "commit-subject" ? [[c.id, c.stated] as const] : []))),
    reportPath: report.source.path,
    until: endOf(run, report),
    date: (unit) => dayOf(unit, report),
    prefixes: run.prefixes,
    tolerances: run.measures.tolerances,
    namesRepositories: namesRepositories(report),
    lines(blob) {
      needs.blobs.add(blob);
      return answers.lines.get(blob)?.lines;
    },
    filled(blob) {
      needs.blobs.add(blob);
      const count = answers.lines.get(blob);
      return count ? [count.filled, count.nonEmpty] : [];
    },
    states(path) {
      needs.states.add(path);
      return answers.states.get(path) ?? [];
    },
    existed(paths) {
      for (const path of paths) needs.paths.add(path);
      const known = answers.existed;
      return known === undefined || known === "unknown" ? "unknown" : paths.some((p) => known.has(p));
    },
    ignored: (paths) => paths.some(answers.ignored),
  };
}
