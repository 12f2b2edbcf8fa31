// Scores the built command line against the labelled corpus beside this checkout, where there is one.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const root = at("..");
const scorer = at("../../shared/accuracy/score.mjs");
const mirrors = at("../../.mirror");

if (!existsSync(scorer)) {
  console.log("No labelled corpus beside this checkout: nothing to score.");
  process.exit(0);
}
if (!existsSync(at("../dist/bin/main.cjs"))) {
  console.error('not built yet: run "npm run build"');
  process.exit(2);
}

let worst = 0;
for (const set of ["seeds", "dev"]) {
  const labels = at(`../../shared/corpus/${set}`);
  if (!existsSync(labels)) continue;
  console.log(`${set}:`);
  const places = ["--labels", labels, ...(existsSync(mirrors) ? ["--mirrors", mirrors] : [])];
  const options = process.argv.slice(2);
  const run = spawnSync(process.execPath, [scorer, "--cli", "node bin/blockers.js", ...places, ...options], {
    cwd: root,
    stdio: "inherit",
  });
  worst = Math.max(worst, run.status ?? 2);
}
process.exit(worst);
