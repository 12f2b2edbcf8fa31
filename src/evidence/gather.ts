import type { Claim } from "../model/claim.js";
import type { History, Survey } from "../model/history.js";
import type { Report } from "../model/report.js";
import { evaluate, type Judgement } from "./evaluate.js";
import type { GitContext } from "./git-context.js";

/** A report with what it claims. */
export interface Claimed {
  readonly report: Report;
  readonly claims: readonly Claim[];
}

export interface GatherOptions {
  readonly history: History | undefined;
  readonly asOf: string | undefined;
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

/**
 * Judges the claims of all reports of a run. Git is asked in batches for all of them: commits and moments first, then
 * the blobs that the judges wanted counted, then the paths they did not find. The judges themselves stay pure: they
 * are run once to learn what they need and once more with the answers.
 */
export async function gather(reports: readonly Claimed[], options: GatherOptions): Promise<Gathered[]> {
  const { history, asOf, pathPrefixes } = options;
  if (!history) return reports.map((r) => ({ ...r, judgements: judgeAll(r, undefined), git: undefined }));
  const survey = await history.survey({
    asOf,
    reports: reports.map((r) => r.report.source.path),
    commits: [...new Set(reports.flatMap((r) => citedIds(r.claims)))],
  });
  const wanted = new Needs();
  const ask = (r: Claimed): GitContext => contextOf(r, survey, pathPrefixes, wanted);
  for (const r of reports) judgeAll(r, ask(r));
  const lines = await history.countLines([...wanted.blobs]);
  const known: Answers = { lines, existed: new Set() };
  for (const r of reports) judgeAll(r, contextOf(r, survey, pathPrefixes, wanted, known));
  const existed =
    wanted.paths.size === 0 ? new Set<string>() : await history.everExisted([...wanted.paths], momentCommits(survey));
  const answers: Answers = { lines, existed };
  return reports.map((r) => {
    const git = contextOf(r, survey, pathPrefixes, new Needs(), answers);
    return { ...r, judgements: judgeAll(r, git), git };
  });
}

function judgeAll({ report, claims }: Claimed, git: GitContext | undefined): Judgement[] {
  return claims.map((claim) => ({ claim, verdict: evaluate(claim, { report, git }) }));
}

/** What the judges asked for and did not get. */
class Needs {
  readonly blobs = new Set<string>();
  readonly paths = new Set<string>();
}

interface Answers {
  readonly lines: ReadonlyMap<string, number>;
  readonly existed: ReadonlySet<string> | "unknown";
}

function contextOf(
  { report, claims }: Claimed,
  survey: Survey,
  prefixes: readonly string[],
  needs: Needs,
  answers?: Answers,
): GitContext {
  return {
    survey,
    moments: survey.moments.get(report.source.path) ?? [],
    cited: citedIds(claims),
    reportPath: report.source.path,
    prefixes,
    lines(blob) {
      needs.blobs.add(blob);
      return answers?.lines.get(blob);
    },
    existed(paths) {
      for (const path of paths) needs.paths.add(path);
      if (!answers || answers.existed === "unknown") return "unknown";
      const known = answers.existed;
      return paths.some((p) => known.has(p));
    },
  };
}

function momentCommits(survey: Survey): string[] {
  return [...new Set([...survey.moments.values()].flat().flatMap((m) => (m.commit === undefined ? [] : [m.commit])))];
}
