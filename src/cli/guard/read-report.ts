import { BlockersError } from "../../errors.js";
import type { Report } from "../../model/report.js";
import { parseReport } from "../../parse/parse-report.js";
import type { Document } from "../files/read-document.js";
import { APART_BYTES, APART_BYTES_TOGETHER } from "../limits.js";
import type { Session } from "../run/session.js";
import type { GivenUp } from "../world.js";
import { timeFor } from "./during.js";
import { StartOver } from "./start-over.js";

/** How a process of Node gets more. */
export const MORE_MEMORY = "Or give it more: NODE_OPTIONS=--max-old-space-size=8192.";

/**
 * The report that a document holds. Raises an input error for what cannot be read, or was given up before; raises
 * {@link StartOver} for what takes too long, or is too long to be read in a process that is to go on whatever happens.
 */
export function readReport({ world, during, statuses }: Session, { source, bytes }: Document): Report {
  const { guard } = world;
  const given = guard?.givenUp.find(({ path }) => path === source.path);
  if (given) throw gaveUp(given, source.raw.length);
  if (guard?.apart === false && bytes.length > APART_BYTES) throw new StartOver(`${source.path} is long`);
  return during(source, () => parseReport(source, { statuses }));
}

/** Raises {@link StartOver} for what is too much for a process that is to go on whatever happens. */
export function requireRoom({ world }: Session, documents: readonly Document[]): void {
  const bytes = documents.reduce((sum, document) => sum + document.bytes.length, 0);
  if (world.guard?.apart === false && bytes > APART_BYTES_TOGETHER) throw new StartOver("the reports are long");
}

function gaveUp({ for: what }: GivenUp, characters: number): BlockersError {
  const hint = 'Shorten it, or list it under "ignore" in blockers.yaml.';
  if (what === "time")
    return new BlockersError("input", `takes more than ${timeFor(characters) / 1000} seconds, and was given up`, [
      hint,
    ]);
  return new BlockersError("input", "takes more memory than there is, and was given up", [hint, MORE_MEMORY]);
}
