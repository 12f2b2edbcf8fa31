import { dirname, relative, resolve } from "node:path";
import { BlockersError } from "../../errors.js";
import type { CheckedReport } from "../../lint/check-reports.js";
import { markersFor } from "../../readiness/marker-faults.js";
import { planItems, planReports, type TablePlan, withItems } from "../../readiness/table-plan.js";
import { kindOf } from "../../readiness/table-text.js";
import { posix } from "../files/places.js";
import type { Document } from "../files/read-document.js";
import { note } from "../notices.js";
import { gather } from "../run/gather.js";
import type { Session } from "../run/session.js";
import { type TableFlags, usage, withFlags } from "./table-flags.js";
import { layoutOf, matchReports } from "./table-sources.js";

/** A file with tables, and what is to stand in them. */
export interface Target {
  /** Absolute. */
  readonly path: string;
  readonly checked: CheckedReport;
  readonly document: Document;
  readonly plans: readonly TablePlan[];
}

export interface Targets {
  readonly targets: readonly Target[];
  /** Something could not be read, or a table could not be made; stderr says what. */
  readonly failed: boolean;
}

/** A report by where it is on the disk. */
interface Located {
  readonly path: string;
  readonly checked: CheckedReport;
  readonly document: Document;
}

interface Read {
  readonly reports: readonly Located[];
  readonly failed: boolean;
}

/**
 * The files named (or found) that have tables, each with its plans: a table is made from the reports that the
 * configuration names for it, else from the report it stands in. Raises an input error where there is no table at all.
 */
export async function findTargets(session: Session, paths: readonly string[], flags: TableFlags): Promise<Targets> {
  const { reports, failed } = await read(session, paths);
  const wanted = reports.filter((one) => hasTable(one, flags.id) || isDamaged(one));
  if (wanted.length === 0) {
    if (failed) return { targets: [], failed };
    throw noTable(paths.length === 0 ? undefined : reports.map(({ document }) => document.shown), flags.id);
  }
  const sources = await readSources(session, reports, idsIn(wanted, flags.id));
  const targets = wanted.map((one) => ({
    ...one,
    plans: idsIn([one], flags.id).flatMap((id) => {
      const layout = layoutOf(session, id);
      const chosen = withFlags(kindOf(layout), layout, flags);
      if (kindOf(layout) === "items") return [planItems(id, one.checked, chosen)];
      const listed = sources.byId.get(id);
      if (listed) return [planReports(id, linked(one.path, listed), chosen)];
      note(session.world, `${one.document.shown}: table "${id}" is left alone, as not all its reports could be read`);
      return [];
    }),
  }));
  return { targets, failed: failed || sources.failed };
}

/** The one table of the file that `--into` names, made from the reports that the arguments name. */
export async function findTargetInto(
  session: Session,
  paths: readonly string[],
  flags: TableFlags,
  into: string,
): Promise<Targets> {
  const file = await read(session, [into]);
  const [one] = file.reports;
  if (!one) return { targets: [], failed: true };
  const ids = idsIn([one], flags.id);
  if (ids.length > 1) throw usage(`--into: ${one.document.shown} has the tables ${ids.join(", ")}; name one with --id`);
  if (ids[0] === undefined && !isDamaged(one)) throw noTable([one.document.shown], flags.id);
  const given = await read(session, paths);
  // A table that lacks what could not be read would be wrong.
  if (given.failed || ids[0] === undefined) return { targets: [{ ...one, plans: [] }], failed: true };
  return { targets: [{ ...one, plans: [planInto(session, one, given.reports, flags, ids[0])] }], failed: false };
}

function planInto(
  session: Session,
  target: Located,
  given: readonly Located[],
  flags: TableFlags,
  id: string,
): TablePlan {
  const [first, ...others] = given.length === 1 ? given : listable(given);
  if (!first) throw new BlockersError("input", "there is no report to make the table from");
  const configured = layoutOf(session, id);
  const links = linked(target.path, [first, ...others]);
  // A table that the configuration makes one of reports stays one, be it of a single report.
  const kind = others.length === 0 ? kindOf(configured) : "reports";
  const layout = withFlags(kind, { ...configured, reports: links.map(({ link }) => link) }, flags);
  return kind === "items" ? planItems(id, first.checked, layout) : planReports(id, links, layout);
}

async function read(session: Session, paths: readonly string[]): Promise<Read> {
  const { checked, documents, failed } = await gather(session, { paths }, {});
  const reports = checked.flatMap((one): Located[] => {
    const document = documents.get(one.report);
    return document ? [{ path: resolve(session.paths.cwd, document.shown), checked: one, document }] : [];
  });
  return { reports, failed };
}

/** The reports that the configuration names for the tables of these IDs; what was read before is not read again. */
async function readSources(session: Session, known: readonly Located[], ids: readonly string[]) {
  const byPath = new Map(known.map((one) => [one.path, one]));
  const wanted = new Map<string, readonly string[]>();
  for (const id of new Set(ids)) {
    const { reports } = layoutOf(session, id);
    if (reports === undefined) continue;
    const matched = await matchReports(session, reports);
    if (matched.length === 0) throw new BlockersError("config", `the table "${id}": its reports match no file here`);
    wanted.set(id, matched);
  }
  const missing = [...new Set([...wanted.values()].flat())].filter((path) => !byPath.has(path));
  const more =
    missing.length === 0
      ? undefined
      : await read(
          session,
          missing.map((path) => relative(session.paths.cwd, path)),
        );
  for (const one of more?.reports ?? []) byPath.set(one.path, one);
  const byId = new Map<string, readonly Located[]>();
  for (const [id, paths] of wanted) {
    const found = paths.flatMap((path) => byPath.get(path) ?? []);
    // The others could not be read, and a table without them would be wrong.
    if (found.length === paths.length) byId.set(id, listable(found));
  }
  return { byId, failed: more?.failed === true || byId.size < wanted.size };
}

function listable(reports: readonly Located[]): Located[] {
  const kept = new Set(withItems(reports.map(({ checked }) => checked)));
  return reports.filter(({ checked }) => kept.has(checked));
}

function linked(from: string, reports: readonly Located[]) {
  return reports.map(({ path, checked }) => ({
    link: posix(relative(dirname(from), path)),
    readiness: checked.readiness,
  }));
}

function idsIn(reports: readonly Located[], only: string | undefined): string[] {
  const ids = reports.flatMap(({ checked }) => checked.report.generated.map(({ id }) => id));
  return only === undefined ? ids : ids.filter((id) => id === only);
}

function hasTable(one: Located, id: string | undefined): boolean {
  return idsIn([one], id).length > 0;
}

function isDamaged({ checked }: Located): boolean {
  return checked.report.damage.some(({ kind }) => kind === "table-marker");
}

function noTable(files: readonly string[] | undefined, id: string | undefined): BlockersError {
  const [only, ...others] = files ?? [];
  const where =
    only === undefined ? "no report here" : others.length === 0 ? only : `none of these ${others.length + 1} reports`;
  const what = id === undefined ? "" : ` for a table "${id}"`;
  const lacks =
    only !== undefined && others.length === 0 ? `${where} has no markers${what}` : `${where} has markers${what}`;
  return new BlockersError("input", lacks, [
    "Put these two lines where the table is to stand, not indented, with empty lines around them:",
    ...markersFor(id ?? "readiness"),
  ]);
}
