// Writes what is released into an empty folder: the program and the library bundled with all they need, so that
// neither installing them nor running them as an action asks a registry for anything.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import process from "node:process";
import { ROOT } from "./bundle.mjs";

/** What a consumer reads beside the package's own files: the action, and the hooks of the pre-commit framework. */
const BESIDE = ["action.yml", ".pre-commit-hooks.yaml"];

/** Of the manifest only what a consumer needs; scripts are left out, for npm would build what is built already. */
const KEPT = [
  "name",
  "version",
  "description",
  "keywords",
  "license",
  "repository",
  "type",
  "bin",
  "exports",
  "files",
  "engines",
  "peerDependencies",
  "peerDependenciesMeta",
];

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("usage: node .ci/assemble.mjs FOLDER");
assemble(resolve(folder));

function assemble(target) {
  mkdirSync(target, { recursive: true });
  execFileSync(process.execPath, [join(ROOT, ".ci/build.mjs"), "--to-publish"], { stdio: "inherit" });
  const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  const wanted = manifest.files.filter((file) => !file.startsWith("!"));
  // The maps stay where they were made: whoever wants to read a stack builds the same again.
  const filter = (path) => !path.endsWith(".map");
  for (const name of [...wanted, ...BESIDE]) cpSync(join(ROOT, name), join(target, name), { recursive: true, filter });
  const kept = Object.fromEntries(KEPT.filter((key) => key in manifest).map((key) => [key, manifest[key]]));
  writeFileSync(join(target, "package.json"), `${JSON.stringify(kept, null, 2)}\n`);
}
