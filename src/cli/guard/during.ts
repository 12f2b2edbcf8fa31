import { type During, unwatched } from "../../model/progress.js";
import { MILLISECONDS_PER_MEGABYTE, WATCHED_CHARACTERS } from "../limits.js";
import type { Guard } from "../world.js";
import { inTime } from "./in-time.js";
import { StartOver } from "./start-over.js";

const MEGABYTE = 1024 * 1024;

/** How long the work on a report of so many characters may take, in milliseconds. */
export function timeFor(characters: number): number {
  return MILLISECONDS_PER_MEGABYTE * Math.max(1, Math.ceil(characters / MEGABYTE));
}

/** Counts the time that each report takes in all; raises {@link StartOver} for one that takes so many times too long. */
export function duringOf(guard: Guard | undefined, times = 1): During {
  if (guard === undefined) return unwatched;
  const spent = new Map<string, number>();
  return ({ path, raw }, work) => {
    if (raw.length < WATCHED_CHARACTERS) return work();
    guard.at(path);
    const before = spent.get(path) ?? 0;
    const began = performance.now();
    const done = inTime(times * timeFor(raw.length) - before, work);
    spent.set(path, before + performance.now() - began);
    if (done.late) throw new StartOver(`${path} takes too long`, { path, for: "time" });
    return done.result;
  };
}
