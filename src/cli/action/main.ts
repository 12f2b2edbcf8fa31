import process from "node:process";
import { processWorld } from "../process-world.js";
import { runAction } from "./run-action.js";

// What action.yml names: the runner starts this file by Node, without arguments.
void runAction(processWorld(process)).then((exitCode) => {
  process.exitCode = exitCode;
});
