// Writes dist/ anew: what bin/blockers.js runs, and the library. With --to-publish also what only a package needs: the
// library's types, which take longer than all the rest, and the licences of what is bundled.
import { rmSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { bundleLibrary, bundleProgram, ROOT } from "./bundle.mjs";
import { complete } from "./complete.mjs";

const dist = join(ROOT, "dist");
rmSync(dist, { recursive: true, force: true });
const files = await Promise.all([bundleProgram(join(dist, "bin")), bundleLibrary(dist)]);
if (process.argv.includes("--to-publish")) complete(dist, files.flat());
