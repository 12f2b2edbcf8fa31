import { dayInFileName } from "../lex/dates.js";
import type { History, Moment, Survey } from "../model/history.js";
import type { Report } from "../model/report.js";

/** The moments of a frozen report: those of its own day, whatever has become of the project since. */
export type FrozenMoments = ReadonlyMap<Report, readonly Moment[]>;

/**
 * When frozen reports speak: at the end of the day in their file name, else of that in their head, and at the commit that
 * last wrote them; and as of what was asked for. Left out is a report that may still be being written: one that is not as it
 * was committed, or after which nothing was committed.
 */
export async function frozenMoments(
  reports: readonly Report[],
  survey: Survey,
  history: History,
  asOf: string | undefined,
): Promise<FrozenMoments> {
  const written = reports.flatMap((report) => {
    const own =
      survey.moments.get(report.source.path)?.filter(({ kind }) => kind === "report" || kind === "as-of") ?? [];
    return own.some(({ kind }) => kind === "report") ? [{ report, own }] : [];
  });
  if (written.length === 0) return new Map();
  const committed = await committedTexts(written, history, asOf);
  const settled = written.filter(({ report }) => sameText(committed.get(report), report.source.raw));
  const ends = await history.dayEnds([...settled.flatMap(({ report }) => ownDay(report) ?? []), LAST_DAY], asOf);
  const newest = ends.get(LAST_DAY)?.commit;
  const past = settled.filter(({ own }) => own.every(({ kind, commit }) => kind !== "report" || commit !== newest));
  return new Map(
    past.map(({ report, own }) => {
      const end = ends.get(ownDay(report) ?? "");
      return [report, end ? [...own, end] : own];
    }),
  );
}

/** At its end the mainline is as it is now. */
const LAST_DAY = "9999-12-31";

/** The day of a report's file name, else the one that its head states. */
function ownDay(report: Report): string | undefined {
  return dayInFileName(report.source.path) ?? report.date;
}

interface Written {
  readonly report: Report;
  readonly own: readonly Moment[];
}

/** What the last commit that has a report says in it; one that was moved since is not at its path where it was written. */
async function committedTexts(
  written: readonly Written[],
  history: History,
  asOf: string | undefined,
): Promise<ReadonlyMap<Report, string | undefined>> {
  const blobOf = ({ report, own }: Written): string | undefined =>
    own.find(({ kind }) => kind === "report")?.tree.files.get(report.source.path);
  const moved = written.filter((one) => blobOf(one) === undefined).map(({ report }) => report.source.path);
  const [texts, versions] = await Promise.all([
    history.readTexts(written.flatMap((one) => blobOf(one) ?? [])),
    moved.length === 0 ? undefined : history.versions(moved, asOf, 1),
  ]);
  return new Map(
    written.map((one) => {
      const { path } = one.report.source;
      return [one.report, texts.get(blobOf(one) ?? "") ?? versions?.get(path)?.[0]?.text];
    }),
  );
}

/** Line ends may be others on disk, and a byte order mark is no text. */
function sameText(a: string | undefined, b: string): boolean {
  const plain = (text: string): string => text.replace(/^\ufeff/, "").replaceAll("\r\n", "\n");
  return a !== undefined && plain(a) === plain(b);
}
