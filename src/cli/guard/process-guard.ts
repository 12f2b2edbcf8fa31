import { ExitCode } from "../exit-code.js";
import type { Progress } from "../progress.js";
import type { Guard } from "../world.js";
import { tell, tellAndWait, toldToGiveUp } from "./messages.js";
import type { OwnProcess } from "./own-process.js";

/** The guard of this process: of one that may start others, or of one that was started so. */
export function guardOf(env: NodeJS.ProcessEnv, own: OwnProcess): Guard {
  const givenUp = toldToGiveUp(env);
  if (givenUp === undefined) return { apart: false, givenUp: [], at: () => undefined, startOver: outside(own) };
  return {
    apart: true,
    givenUp,
    at: (path) => tell({ at: path }),
    startOver: (_argv, _world, further) => {
      tell({ givenUp: further });
      return Promise.resolve(ExitCode.Failed);
    },
  };
}

function outside(own: OwnProcess): Guard["startOver"] {
  return async (argv, world, further) => {
    const { lookAfter } = await import("./look-after.js");
    return lookAfter(argv, world, own, further);
  };
}

/** Milliseconds between two words on how far it is. */
const PAUSE = 100;

/** Progress of a process apart: the one that looks after it has the terminal. Undefined for any other process. */
export function progressApart(env: NodeJS.ProcessEnv): Progress | undefined {
  if (toldToGiveUp(env) === undefined) return undefined;
  let last = 0;
  let isShown = false;
  return {
    clear: () => {
      if (isShown) tellAndWait({ clear: true });
      isShown = false;
    },
    tell: (done, total, what) => {
      const now = performance.now();
      if (now - last < PAUSE) return;
      last = now;
      isShown = true;
      tell({ done, total, what });
    },
  };
}
