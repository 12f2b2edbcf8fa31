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
  let rest = "";
  const end = await streamGit(place, ["rev-list", "--first-parent", "--timestamp", "--stdin"], {
    input: `${from}\n`,
    onData: (chunk) => {
      const lines = (rest + chunk.toString("latin1")).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        const [time, id = ""] = line.split(" ");
        if (boundary.has(id)) continue;
        for (const [day, last] of open) {
          if (Number(time) >= last) continue;
          found.set(day, id);
          open.delete(day);
        }
      }
      return open.size === 0;
    },
  });
  requireSound(repository, "find the commits of a day", end);
  return found;
}
