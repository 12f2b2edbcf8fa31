#!/usr/bin/env node
"use strict";

const MAIN = "../dist/bin/main.cjs";

// Until a run has said otherwise: by itself Node ends with 1 or 13, and 1 would say that something was found.
process.exitCode = 2;
if (Number.parseInt(process.versions.node, 10) < 20) {
  process.stderr.write(`blockers: needs Node 20.19 or newer, and this is ${process.versions.node}\n`);
} else {
  try {
    require(MAIN).start(process);
  } catch (error) {
    process.stderr.write(
      require("node:fs").existsSync(require("node:path").join(__dirname, MAIN))
        ? `blockers: could not be loaded (${error.code || error.name}); install it again\n`
        : 'blockers: not built yet: run "npm run build"\n',
    );
  }
}
