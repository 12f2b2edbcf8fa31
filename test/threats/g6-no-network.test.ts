import { execFile, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { HARBOUR } from "../helpers/commands.js";
import { makeRepository } from "../helpers/scenario.js";
import { EVERY_COMMAND } from "../helpers/traps.js";

const PATIENCE = { timeout: 240_000 };
const BIN = fileURLToPath(new URL("../../bin/blockers.js", import.meta.url));
/** A user of nothing in a network without anything. */
const APART = ["unshare", "-rn", "--"];
const canBeApart = spawnSync("unshare", ["-rn", "true"]).status === 0;

/** Of each command one use, unless all are wanted (BLOCKERS_THOROUGH=1). */
const USES = EVERY_COMMAND.filter(
  ({ argv: [verb] }, at, all) =>
    process.env.BLOCKERS_THOROUGH === "1" || all.findIndex((other) => other.argv[0] === verb) === at,
);

/** Runs the built program; `through` stands before it. */
async function run(cwd: string, argv: readonly string[], input: string, through: readonly string[] = [], env = {}) {
  const [program = "", ...words] = [...through, process.execPath, BIN, ...argv];
  const started = promisify(execFile)(program, words, {
    cwd,
    env: { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: "/dev/null", ...env },
  });
  started.child.stdin?.end(input);
  return started.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
}

describe.skipIf(!canBeApart)("G6: no network", PATIENCE, () => {
  test("commands say there what they say with one", async () => {
    for (const { name, argv, input } of USES) {
      const [here, there] = [await makeRepository(HARBOUR), await makeRepository(HARBOUR)];
      const ends = [await run(here.path, argv, input), await run(there.path, argv, input, APART)];
      const [first, second] = ends.map(({ code, stdout, stderr }, at) => {
        const path = [here, there][at]?.path ?? "";
        return { code, stdout: stdout.replaceAll(path, "."), stderr: stderr.replaceAll(path, ".") };
      });
      expect(second, name).toEqual(first);
    }
  });
});
