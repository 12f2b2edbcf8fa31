#!/usr/bin/env node
import { existsSync } from "node:fs";
import process from "node:process";

const main = new URL("../dist/cli/main.js", import.meta.url);

if (Number.parseInt(process.versions.node, 10) < 20) {
  process.stderr.write(`blockers: needs Node 20.19 or newer, and this is ${process.versions.node}\n`);
  process.exitCode = 2;
} else if (existsSync(main)) {
  const { main: run, processWorld } = await import(main.href);
  process.exitCode = await run(process.argv.slice(2), processWorld(process));
} else {
  process.stderr.write('blockers: not built yet: run "npm run build"\n');
  process.exitCode = 2;
}
