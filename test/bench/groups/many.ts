import { type Bench, blockers, contest, medians, noted, ratioFigure, summaryOf } from "../bench.js";
import { peerCommand } from "../peers.js";
import type { Figure } from "../results.js";
import { SLOW_PEERS } from "../targets.js";
import { FILES, markdownFolder } from "./look.js";

const CAP_MS = 300_000;
/** The slow peers take minutes. */
const SLOW_ROUNDS = 2;

/** The check of a repository of markdown files, beside everybody else who reads them. */
export async function many(bench: Bench): Promise<readonly Figure[]> {
  const folder = markdownFolder(bench, bench.quick ? FILES / 10 : FILES);
  const contenders = [
    { name: "blockers", ...blockers(bench, folder, "check", "--no-git"), weighed: true },
    { name: "rumdl", ...peerCommand(bench, "rumdl", folder, "check"), weighed: true },
    ...SLOW_PEERS.map((peer) => ({
      name: peer,
      ...peerCommand(bench, peer, folder, "check"),
      weighed: true,
      atMost: bench.rounds ?? SLOW_ROUNDS,
    })),
  ];
  const rounds = await contest(bench, contenders, { usual: 7, quick: 2, capMs: CAP_MS });
  const memory = summaryOf(rounds, "blockers", "rssMb");
  return [
    ...["rumdl", ...SLOW_PEERS].map((peer) => ratioFigure(rounds, `many.${peer}`, "blockers", peer)),
    { id: "many.memory", ...(memory && { measured: memory }), ...noted(rounds.failure("blockers")) },
    ...["rumdl", ...SLOW_PEERS].map((peer) => {
      const seconds = summaryOf(rounds, peer, "wallMs", 1e-3);
      const measures = { ...(seconds && { measured: seconds }), ...medians(rounds, peer) };
      return {
        id: `many.${peer}-itself`,
        what: `${peer} itself`,
        unit: "s",
        ...measures,
        ...noted(rounds.failure(peer)),
      };
    }),
  ];
}
