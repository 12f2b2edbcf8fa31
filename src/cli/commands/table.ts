import { BlockersError } from "../../errors.js";
import { sanitize } from "../../format/sanitize.js";
import type { GeneratedBlock } from "../../model/report.js";
import { describeMarker, MARKER_HINT, type MarkerDamage } from "../../readiness/marker-faults.js";
import { isCurrent, rewriteTables } from "../../readiness/rewrite-tables.js";
import { type TablePlan, withItems } from "../../readiness/table-plan.js";
import { isEdited, type TableSource, tableText } from "../../readiness/table-text.js";
import { lineOf } from "../../source/positions.js";
import { ExitCode } from "../exit-code.js";
import { frozenNote } from "../files/archive.js";
import { isWhole, notWhole, writeDocument } from "../files/write-document.js";
import { complainOf, note } from "../notices.js";
import { gather } from "../run/gather.js";
import { type Session, withSession } from "../run/session.js";
import { requireSoundFlags, type TableFlags, withFlags } from "../tables/table-flags.js";
import { findTargetInto, findTargets, type Target } from "../tables/table-targets.js";
import type { World } from "../world.js";

/** `blockers table`: prints a readiness table, or keeps those in files. Raises usage, config, input and git errors. */
export function table(paths: readonly string[], flags: TableFlags, world: World): Promise<ExitCode> {
  requireSoundFlags(paths, flags);
  return withSession(world, flags, (session) =>
    flags.write || flags.check ? keep(session, paths, flags) : print(session, paths, flags),
  );
}

async function print(session: Session, paths: readonly string[], flags: TableFlags): Promise<ExitCode> {
  const { checked, failed } = await gather(session, { paths }, {});
  const listed = withItems(checked);
  // Where no report has items, the table says so.
  const [first, ...others] = listed.length === 0 ? checked.slice(0, 1) : listed;
  if (first) {
    const reports = [first, ...others].map(({ readiness }) => ({ link: readiness.path, readiness }));
    const source: TableSource =
      others.length === 0 ? { kind: "items", readiness: first.readiness } : { kind: "reports", reports };
    session.world.stdout.write(`${tableText(source, withFlags(source.kind, {}, flags))}\n`);
  }
  return failed ? ExitCode.Failed : ExitCode.Clean;
}

async function keep(session: Session, paths: readonly string[], flags: TableFlags): Promise<ExitCode> {
  const found =
    flags.into === undefined
      ? await findTargets(session, paths, flags)
      : await findTargetInto(session, paths, flags, flags.into);
  let { failed } = found;
  const lines: Line[] = [];
  const frozen = found.targets.filter(({ document }) => session.isFrozen(document));
  const told = flags.write ? frozenNote(frozen.filter(isBehind).map(({ document }) => document.shown)) : undefined;
  if (told !== undefined) note(session.world, told);
  for (const target of found.targets.filter((one) => !frozen.includes(one))) {
    try {
      lines.push(...(flags.write ? await write(session, target, leaveOf(session, flags)) : look(target)));
    } catch (error) {
      // What is wrong with one file ends no other.
      complainOf(session.world, error, session.debug);
      failed = true;
    }
  }
  session.world.stdout.write(render(lines, flags));
  if (failed) return ExitCode.Failed;
  return flags.check && lines.some(({ current }) => !current) ? ExitCode.Found : ExitCode.Clean;
}

/** What is said of one table. */
interface Line {
  readonly current: boolean;
  readonly text: string;
}

function render(lines: readonly Line[], flags: TableFlags): string {
  const told = flags.write ? lines : lines.filter(({ current }) => !current);
  if (told.length > 0) return told.map(({ text }) => `${sanitize(text)}\n`).join("");
  if (lines.length === 0) return "";
  return lines.length === 1 ? `${sanitize(lines[0]?.text ?? "")}\n` : `${lines.length} tables are current\n`;
}

/** Holds each table of a file against its plan. Raises an input error for markers that stand wrong. */
function look(target: Target): Line[] {
  const { report } = target.checked;
  const { shown } = target.document;
  requireSoundMarkers(target);
  return planned(target).map(([block, plan]) => {
    if (isCurrent(block, plan, report)) return { current: true, text: `${shown}: table "${block.id}" is current` };
    const how = block.content === "" ? "is empty" : wasEdited(block, plan, target) ? "was changed by hand" : "is stale";
    return { current: false, text: `${shown}:${block.line}: table "${block.id}" ${how}` };
  });
}

/** Rewrites the tables of a file that are not current. Raises an input error, and writes nothing, where it may not. */
async function write(session: Session, target: Target, { force, chosen, configured }: Leave): Promise<Line[]> {
  const { checked, document, plans } = target;
  const { report } = checked;
  requireSoundMarkers(target);
  const edited = planned(target).find(([block, plan]) => wasEdited(block, plan, target));
  if (edited && !force) {
    const [{ id, line }] = edited;
    throw new BlockersError(
      "input",
      `${document.shown}:${line}: the table "${id}" was written or changed by hand, and is not overwritten`,
      ["Make the change in what the table is made from, then overwrite the table with --force."],
    );
  }
  const other = planned(target).find(([block, plan]) => isOfAnotherLayout(block, plan) && !configured(block.id));
  if (other && !force && !chosen) {
    const [{ id, line }] = other;
    throw new BlockersError(
      "input",
      `${document.shown}:${line}: the table "${id}" was made by other flags or another configuration, and is not overwritten`,
      [`Say under "tables" in blockers.yaml how it is made, give the same flags again, or overwrite it with --force.`],
    );
  }
  const before = planned(target).map(([block, plan]) => ({ id: block.id, current: isCurrent(block, plan, report) }));
  if (before.some(({ current }) => !current)) {
    if (!isWhole(document)) throw notWhole(document);
    await writeDocument(session, document, rewriteTables(report, plans));
  }
  return before.map(({ id, current }) => ({
    current,
    text: `${document.shown}: table "${id}" ${current ? "is current" : "written"}`,
  }));
}

/** What may be overwritten. */
interface Leave {
  readonly force: boolean;
  /** The flags say how the tables are to be made. */
  readonly chosen: boolean;
  /** The configuration says how the table of that ID is to be made. */
  configured(id: string): boolean;
}

function leaveOf({ settings }: Session, { force, columns, template, into }: TableFlags): Leave {
  return {
    force: force === true,
    chosen: [columns, template, into].some((one) => one !== undefined),
    configured: (id) => Object.hasOwn(settings.config.tables ?? {}, id),
  };
}

function isBehind(target: Target): boolean {
  return planned(target).some(([block, plan]) => !isCurrent(block, plan, target.checked.report));
}

/** It was written to a layout that nobody asks for now. */
function isOfAnotherLayout({ content, layout }: GeneratedBlock, plan: TablePlan): boolean {
  return content !== "" && layout !== undefined && layout !== plan.layout;
}

function planned({ checked, plans }: Target): (readonly [GeneratedBlock, TablePlan])[] {
  return checked.report.generated.flatMap((block) => {
    const plan = plans.find(({ id }) => id === block.id);
    return plan ? [[block, plan] as const] : [];
  });
}

/** What already says what it should is no loss, whoever wrote it. */
function wasEdited(block: GeneratedBlock, plan: TablePlan, { checked }: Target): boolean {
  return isEdited(block) && block.content !== plan.contentIn(checked.report);
}

function requireSoundMarkers({ checked, document }: Target): void {
  const { damage, source } = checked.report;
  const [first, ...others] = damage
    .filter((one): one is MarkerDamage => one.kind === "table-marker")
    .map((one) => `${document.shown}:${lineOf(source, one.range.start)}: ${describeMarker(one)}`);
  if (first !== undefined) throw new BlockersError("input", first, [...others, MARKER_HINT]);
}
