import { dirname, join } from "node:path";
import process from "node:process";
import { processWorld } from "../process-world.js";
import { runAction } from "./run-action.js";

// A process of its own is one of the command line.
const program = join(dirname(process.argv[1] ?? ""), "..", "..", "bin", "blockers.js");

// What action.yml names: the runner starts this file by Node, without arguments.
void runAction(processWorld(process, program)).then((exitCode) => {
  process.exitCode = exitCode;
});
