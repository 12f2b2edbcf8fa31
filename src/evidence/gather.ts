import type { Claim } from "../model/claim.js";
import type { History, Moment, Places, PlacesQuery, Survey } from "../model/history.js";
import type { Report } from "../model/report.js";
import { evaluate, type Judgement } from "./evaluate.js";
import type { GitContext } from "./git-context.js";
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
}

/** The judgements on each report, and what git said of it; `git` is undefined where it was not asked. */
export interface Gathered extends Claimed {
  readonly judgements: readonly Judgement[];
  readonly git: GitContext | undefined;
}

/** Ids of cited commits, for the survey. */
function citedIds(claims: readonly Claim[]): string[] {
  return [...new Set(claims.flatMap((c) => (c.kind === "commit" ? [c.id] : [])))];
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
  if (!history) return reports.map((r) => ({ ...r, judgements: judgeAll(r, undefined), git: undefined }));
  const survey = await history.survey({
    asOf,
    reports: reports.map((r) => r.report.source.path),
    commits: [...new Set(reports.flatMap((r) => citedIds(r.claims)))],
    refs: options.refs,
  });
  const places = await history.places(placesQuery(reports, survey, options));
  const run: Run = { survey, places, prefixes, origins: new Map() };
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
      turning.flatMap(({ report }) => report.date ?? []),
      asOf,
    ),
  ]);
  for (const { report, judgements } of turning) {
    const day = days.get(report.date ?? "");
    const lines = lineOrigins(report, judgements, versions.get(report.source.path) ?? []);
    run.origins.set(report, [...lines, ...(day ? [day] : [])]);
  }
  const more = await askFor(turning, run, history, answers);
  return first.map((r) => (turning.includes(r) ? judged(r, run, more) : r));
}

interface Run {
  readonly survey: Survey;
  readonly places: Places;
  readonly prefixes: readonly string[];
  /** The moments at which a report's doubtful lines were written, and the end of the day that it names. */
  readonly origins: Map<Report, readonly Moment[]>;
}

interface Answers {
  readonly lines: ReadonlyMap<string, number>;
  readonly existed: ReadonlySet<string> | "unknown" | undefined;
  readonly ignored: (path: string) => boolean;
}

const NOTHING: Answers = { lines: new Map(), existed: undefined, ignored: () => false };

/** What the judges asked for. */
class Needs {
  readonly blobs = new Set<string>();
  readonly paths = new Set<string>();
}

/** Lets the judges ask, once for blobs and, with those counted, once for paths. */
async function askFor(reports: readonly Claimed[], run: Run, history: History, known: Answers): Promise<Answers> {
  const needs = new Needs();
  for (const r of reports) judgeAll(r, contextOf(r, run, known, needs));
  const unknown = [...needs.blobs].filter((b) => !known.lines.has(b));
  const lines = new Map([...known.lines, ...(await history.countLines(unknown))]);
  const counted: Answers = { ...known, lines };
  for (const r of reports) judgeAll(r, contextOf(r, run, counted, needs));
  if (needs.paths.size === 0 || known.existed !== undefined) return counted;
  const moments = [...new Set([...run.survey.moments.values()].flat())];
  const commits = [...new Set(moments.flatMap((m) => (m.commit === undefined ? [] : [m.commit])))];
  const existed = await history.everExisted([...needs.paths], commits);
  const ignored = ignoredPaths(moments, await history.readTexts([...new Set(ignoreFiles(moments))]));
  return { lines, existed, ignored };
}

function judged(claimed: Claimed, run: Run, answers: Answers): Gathered {
  const git = contextOf(claimed, run, answers, new Needs());
  return { report: claimed.report, claims: claimed.claims, judgements: judgeAll(claimed, git), git };
}

function judgeAll({ report, claims }: Claimed, git: GitContext | undefined): Judgement[] {
  return claims.map((claim) => ({ claim, verdict: evaluate(claim, { report, git }) }));
}

function contextOf({ report, claims }: Claimed, run: Run, answers: Answers, needs: Needs): GitContext {
  return {
    survey: run.survey,
    places: run.places,
    moments: [...(run.survey.moments.get(report.source.path) ?? []), ...(run.origins.get(report) ?? [])],
    cited: citedIds(claims),
    subjects: new Map(claims.flatMap((c) => (c.kind === "commit-subject" ? [[c.id, c.stated] as const] : []))),
    reportPath: report.source.path,
    prefixes: run.prefixes,
    lines(blob) {
      needs.blobs.add(blob);
      return answers.lines.get(blob);
    },
    existed(paths) {
      for (const path of paths) needs.paths.add(path);
      const known = answers.existed;
      return known === undefined || known === "unknown" ? "unknown" : paths.some((p) => known.has(p));
    },
    ignored: (paths) => paths.some(answers.ignored),
  };
}
