import { namesRepositories } from "../claims/repositories.js";
import type { Claim } from "../model/claim.js";
import type { FileState, LineCount, Moment, Places, Survey } from "../model/history.js";
import type { During } from "../model/progress.js";
import type { Report } from "../model/report.js";
import type { Verdict } from "../model/verdict.js";
import { citedIds } from "./compared-commits.js";
import { dayOf } from "./day-of.js";
import { evaluate, isOfGit, type Judgement } from "./evaluate.js";
import type { FrozenMoments } from "./frozen.js";
import type { GitContext } from "./git-context.js";
import type { Grounds } from "./grounds.js";
import { withoutRivals } from "./rivals.js";

/** A report with what it claims. */
export interface Claimed {
  readonly report: Report;
  readonly claims: readonly Claim[];
}

/** The judgements on each report, and what git said of it; `git` is undefined where it was not asked. */
export interface Gathered extends Claimed {
  readonly judgements: readonly Judgement[];
  readonly git: GitContext | undefined;
}

export type Measures = Pick<Grounds, "tolerances" | "weights">;

export interface Run {
  readonly asOf: string | undefined;
  readonly survey: Survey;
  readonly places: Places;
  readonly prefixes: readonly string[];
  readonly measures: Measures;
  readonly frozen: FrozenMoments;
  /** The moments at which a report's doubtful lines were written, and the end of the day that it names. */
  readonly origins: Map<Report, readonly Moment[]>;
  readonly during: During;
}

/** The end of the day of a frozen report, in seconds since 1970. */
export function endOf({ frozen }: Run, report: Report): number | undefined {
  const moments = frozen.get(report);
  return moments && Math.max(...moments.map(({ time }) => time ?? 0));
}

export interface Answers {
  readonly states: ReadonlyMap<string, readonly FileState[]>;
  readonly lines: ReadonlyMap<string, LineCount>;
  readonly existed: ReadonlySet<string> | "unknown" | undefined;
  readonly ignored: (path: string) => boolean;
}

export const NOTHING: Answers = { states: new Map(), lines: new Map(), existed: undefined, ignored: () => false };

/** What the judges asked for. */
export class Needs {
  readonly states = new Set<string>();
  readonly blobs = new Set<string>();
  readonly paths = new Set<string>();
}

/** Judges the claims of one report as git's answers come in; a verdict that no further answer can change is kept. */
export class Judge {
  readonly report: Report;
  private readonly verdicts: (Verdict | undefined)[];
  private readonly git: readonly number[];
  private waiting: readonly number[];
  private readonly cited: readonly string[];
  private readonly subjects: ReadonlyMap<string, string>;
  private foreign: boolean | undefined;

  constructor(
    private readonly claimed: Claimed,
    private readonly run: Run,
  ) {
    const { report, claims } = claimed;
    this.report = report;
    this.verdicts = claims.map(() => undefined);
    this.waiting = [...claims.keys()];
    this.git = this.waiting.filter((at) => claims[at] && isOfGit(claims[at]));
    this.cited = citedIds(claims);
    this.subjects = new Map(claims.flatMap((c) => (c.kind === "commit-subject" ? [[c.id, c.stated] as const] : [])));
  }

  /** Starts again with what git is asked about, as the report speaks of other moments now. */
  begin(): void {
    this.waiting = this.git;
  }

  /** Judges what lacked an answer so far, and notes what it lacks now. */
  ask(answers: Answers, needs: Needs): GitContext {
    const asked = { more: false };
    const git = this.contextOf(answers, needs, asked);
    const { claims } = this.claimed;
    const isWaiting = (at: number): boolean => {
      const claim = claims[at];
      if (!claim) return false;
      asked.more = false;
      this.verdicts[at] = evaluate(claim, { report: this.report, git, ...this.run.measures });
      return asked.more;
    };
    this.waiting = this.run.during(this.report.source, () => this.waiting.filter(isWaiting));
    return git;
  }

  /** What came of all claims. */
  judged(answers: Answers): Gathered {
    const git = this.ask(answers, new Needs());
    const { report, claims } = this.claimed;
    const judgements = claims.flatMap((claim, at): Judgement[] => {
      const verdict = this.verdicts[at];
      return verdict ? [{ claim, verdict }] : [];
    });
    return { report, claims, judgements: withoutRivals(judgements), git };
  }

  private contextOf(answers: Answers, needs: Needs, asked: { more: boolean }): GitContext {
    const { run, report, cited, subjects } = this;
    const lackIf = (lacks: boolean): void => {
      asked.more ||= lacks;
    };
    const count = (blob: string): LineCount | undefined => {
      needs.blobs.add(blob);
      const known = answers.lines.get(blob);
      lackIf(known === undefined);
      return known;
    };
    const names = (): boolean => {
      this.foreign ??= namesRepositories(report);
      return this.foreign;
    };
    const frozen = run.frozen.get(report);
    return {
      survey: run.survey,
      places: run.places,
      moments: [...(frozen ?? run.survey.moments.get(report.source.path) ?? []), ...(run.origins.get(report) ?? [])],
      cited,
      subjects,
      reportPath: report.source.path,
      until: endOf(run, report),
      date: (unit) => dayOf(unit, report),
      prefixes: run.prefixes,
      tolerances: run.measures.tolerances,
      get namesRepositories() {
        return names();
      },
      lines: (blob) => count(blob)?.lines,
      filled(blob) {
        const counted = count(blob);
        return counted ? [counted.filled, counted.nonEmpty] : [];
      },
      states(path) {
        needs.states.add(path);
        lackIf(!answers.states.has(path));
        return answers.states.get(path) ?? [];
      },
      existed(paths) {
        for (const path of paths) needs.paths.add(path);
        const known = answers.existed;
        lackIf(known === undefined);
        return known === undefined || known === "unknown" ? "unknown" : paths.some((p) => known.has(p));
      },
      ignored(paths) {
        lackIf(answers.existed === undefined);
        return paths.some(answers.ignored);
      },
    };
  }
}

/** The judgements where git is not asked. */
export function judgeWithoutGit({ report, claims }: Claimed, measures: Measures): readonly Judgement[] {
  return withoutRivals(
    claims.map((claim) => ({ claim, verdict: evaluate(claim, { report, git: undefined, ...measures }) })),
  );
}
