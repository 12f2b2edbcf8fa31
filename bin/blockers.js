#!/usr/bin/env node
import { existsSync } from "node:fs";
import process from "node:process";

const main = new URL("../dist/cli/main.js", import.meta.url);

// Until a run has said otherwise: by itself Node ends with 1 or 13, and 1 would say that something was found.
process.exitCode = 2;
if (Number.parseInt(process.versions.node, 10) < 20) {
  process.stderr.write(`blockers: needs Node 20.19 or newer, and this is ${process.versions.node}\n`);
} else if (existsSync(main)) {
  try {
    const { main: run, processWorld } = await import(main.href);
    process.exitCode = await run(process.argv.slice(2), processWorld(process));
  } catch (error) {
    process.stderr.write(`blockers: could not be loaded (${error?.code ?? error?.name}); install it again\n`);
  }
} else process.stderr.write('blockers: not built yet: run "npm run build"\n');
