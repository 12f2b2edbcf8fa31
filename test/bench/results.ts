import { z } from "zod";
import type { Summary } from "./statistics.js";
import { GROUPS, type GroupName, TARGETS } from "./targets.js";

/** What a part of the benchmark found for one figure. */
export interface Figure {
  /** Of a target, or for a figure beside them, one of its own. */
  readonly id: string;
  /** For a figure that no target describes. */
  readonly what?: string;
  readonly unit?: string;
  readonly measured?: Summary;
  /** Medians. */
  readonly wallMs?: number;
  readonly cpuMs?: number;
  readonly rssMb?: number;
  /** Why nothing was measured, or what it was measured against. */
  readonly note?: string;
}

const figure = z.number().nullable();

const rowSchema = z.strictObject({
  id: z.string(),
  group: z.enum(GROUPS),
  what: z.string(),
  unit: z.string(),
  measured: z
    .strictObject({ median: z.number(), min: z.number(), max: z.number(), runs: z.number().int().positive() })
    .nullable(),
  target: z.strictObject({ bound: z.enum(["at most", "at least"]), value: z.number() }).nullable(),
  met: z.boolean().nullable().describe("null where there is no target, and where the inputs were small"),
  wallMs: figure,
  cpuMs: figure,
  rssMb: figure,
  note: z.string().nullable(),
});

/** What `npm run bench -- --json FILE` writes. */
export const resultSchema = z.strictObject({
  schemaVersion: z.literal(1),
  date: z.iso.date(),
  /** Smaller inputs and fewer rounds: of no weight against the targets. */
  quick: z.boolean(),
  blockers: z.string(),
  machine: z.strictObject({
    cpu: z.string(),
    cores: z.number().int().positive(),
    memoryMb: z.number().int().positive(),
    system: z.string(),
    node: z.string(),
    git: z.string(),
  }),
  peers: z.record(z.string(), z.string()),
  rows: z.array(rowSchema),
});

/** One figure with its target, if it has one. */
export type Row = z.infer<typeof rowSchema>;
export type Result = z.infer<typeof resultSchema>;

/**
 * Puts a part's figures beside their targets; a target of this part that has no figure stays unmet. Unless `judged`, as
 * with inputs smaller than the targets speak of, no target is said to be met or missed. Throws for a figure that nothing describes.
 */
export function rowsOf(group: GroupName, figures: readonly Figure[], judged = true): readonly Row[] {
  const wanted = TARGETS.filter((target) => target.group === group);
  const targeted = new Set(wanted.map(({ id }) => id));
  const beside = figures.filter(({ id }) => !targeted.has(id));
  return [
    ...wanted.map((target) => {
      const found = figures.find(({ id }) => id === target.id) ?? { id: target.id, note: "not measured" };
      const { bound, value } = target;
      const met = judged ? isMet(found.measured, bound, value) : null;
      return row({ ...found, what: target.what, unit: target.unit }, group, { bound, value }, met);
    }),
    ...beside.map((found) => row(found, group, null, null)),
  ];
}

function isMet(measured: Summary | undefined, bound: "at most" | "at least", value: number): boolean {
  if (measured === undefined) return false;
  return bound === "at most" ? measured.median <= value : measured.median >= value;
}

function row(found: Figure, group: GroupName, target: Row["target"], met: boolean | null): Row {
  const { id, what, unit, measured, wallMs, cpuMs, rssMb, note } = found;
  if (what === undefined || unit === undefined) throw new RangeError(`"${id}" has neither a target nor a description`);
  return {
    id,
    group,
    what,
    unit,
    measured: measured ?? null,
    target,
    met,
    wallMs: wallMs ?? null,
    cpuMs: cpuMs ?? null,
    rssMb: rssMb ?? null,
    note: note ?? null,
  };
}
