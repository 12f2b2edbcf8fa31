import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { ROOT } from "./bundle.mjs";
import { licences } from "./licences.mjs";

/** Adds to a folder of bundles what only those need who install them: types and licences. `files` are what was bundled. */
export function complete(dist, files) {
  writeFileSync(join(dist, "THIRD-PARTY-LICENSES.txt"), licences(files));
  const compiler = join(ROOT, "node_modules/typescript/bin/tsc");
  const project = join(ROOT, ".ci/tsconfig.release.json");
  execFileSync(process.execPath, [compiler, "-p", project, "--outDir", dist], { stdio: "inherit" });
}
