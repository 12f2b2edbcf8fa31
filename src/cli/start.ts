import { main } from "./main.js";
import { processWorld } from "./process-world.js";

export { main, processWorld };

/** Runs the command line of this process, which then ends with the exit code that follows. */
export async function start(process: NodeJS.Process): Promise<void> {
  process.exitCode = await main(process.argv.slice(2), processWorld(process));
}
