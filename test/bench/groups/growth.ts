import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Bench, blockers, chance, contest, folderFor, medians, ratioFigure } from "../bench.js";
import { SHAPES, shaped } from "../content/shapes.js";
import type { Figure } from "../results.js";
import type { Rounds } from "../rounds.js";

const BYTES = 1_000_000;
const QUICK_BYTES = 20_000;
const TIMES = 10;
const CAP_MS = 60_000;

/** For each shape of input: what ten times as much costs. */
export async function growth(bench: Bench): Promise<readonly Figure[]> {
  const folder = folderFor(bench, "growth");
  const bytes = bench.quick ? QUICK_BYTES : BYTES;
  const contenders = SHAPES.flatMap((shape) =>
    [bytes, TIMES * bytes].map((size) => {
      const file = `${shape.replaceAll(" ", "-")}-${size}.md`;
      if (!existsSync(join(folder, file))) writeFileSync(join(folder, file), shaped(chance(shape), shape, size));
      return { name: `${shape} ${size}`, ...blockers(bench, folder, "check", "--no-git", file), weighed: true };
    }),
  );
  const rounds = await contest(bench, contenders, { usual: 5, quick: 3, capMs: CAP_MS });
  return SHAPES.map((shape) => {
    const found = ratioFigure(
      rounds,
      `growth.${shape.replaceAll(" ", "-")}`,
      `${shape} ${TIMES * bytes}`,
      `${shape} ${bytes}`,
    );
    return { note: sizeAndCpu(rounds, shape, bytes), ...found };
  });
}

/** The size, and how the CPU time grew: it depends less on what else the machine does. */
function sizeAndCpu(rounds: Rounds, shape: string, bytes: number): string {
  const [small, large] = [bytes, TIMES * bytes].map((size) => medians(rounds, `${shape} ${size}`).cpuMs);
  const ratio = small === undefined || large === undefined ? "" : `, CPU x ${(large / small).toFixed(1)}`;
  return `${(TIMES * bytes) / 1e6} MB${ratio}`;
}
