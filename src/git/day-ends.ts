import { MAX_MISDATED } from "./limits.js";
import type { Repository } from "./repository.js";
import { requireSound, streamGit } from "./run.js";

/** A day ends last where clocks are furthest behind: 12 hours after it ends in Greenwich, in seconds. */
const LAST_ZONE = 12 * 3600;
const DAY = 86_400;

/** Finds for each day (YYYY-MM-DD) the newest commit of the mainline that is not younger, in one walk. */
export async function findDayEnds(
  repository: Repository,
  from: string,
  days: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { place, boundary } = repository;
  const found = new Map<string, string>();
  const open = new Map(days.map((day) => [day, Date.parse(`${day}T00:00:00Z`) / 1000 + DAY + LAST_ZONE]));
  if (open.size === 0) return found;
  /** How many commits, from the one that was found on, are as old as that, and how many far younger. */
  const seen = new Map<string, { older: number; younger: number }>();
  const take = (time: number, id: string): void => {
    for (const [day, last] of open) {
      const count = seen.get(day) ?? { older: 0, younger: 0 };
      if (count.older === 0 && time < last) found.set(day, id);
      if (time < last) count.older++;
      else if (count.older > 0 && time >= last + DAY) count.younger++;
      // Which of them bear wrong dates, the greater number tells.
      if (count.younger > count.older) {
        seen.delete(day);
        found.delete(day);
      } else seen.set(day, count);
      if (count.older > MAX_MISDATED) open.delete(day);
    }
  };
  let rest = "";
  const end = await streamGit(place, ["rev-list", "--first-parent", "--timestamp", "--stdin"], {
    input: `${from}\n`,
    onData: (chunk) => {
      const lines = (rest + chunk.toString("latin1")).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        const [time, id = ""] = line.split(" ");
        if (!boundary.has(id)) take(Number(time), id);
      }
      return open.size === 0;
    },
  });
  requireSound(repository, "find the commits of a day", end);
  return found;
}
