// Writes what is released into an empty folder: the program and the library bundled with all they need, so that
// neither installing them nor running them as an action asks a registry for anything.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** What a consumer reads beside the package's own files: the action, and the hooks of the pre-commit framework. */
const BESIDE = ["action.yml", ".pre-commit-hooks.yaml"];

/** Of the manifest only what a consumer needs; scripts are left out, for npm would build what is built already. */
const KEPT = ["name", "version", "description", "keywords", "license", "repository", "type", "bin", "exports", "files"];

/** Packages that the declarations of the library name; nobody else has to have them. */
const NAMED_BY_TYPES = ["@types/mdast", "zod"];

/** Some of what is bundled is CommonJS and asks for Node's own modules in the old way. */
const REQUIRE =
  'import{createRequire as createRequireOf}from"node:module";const require=createRequireOf(import.meta.url);';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("usage: node .ci/assemble.mjs FOLDER");
await assemble(resolve(folder));

async function assemble(target) {
  mkdirSync(target, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  for (const name of [...manifest.files.filter((file) => file !== "dist"), ...BESIDE])
    cpSync(join(ROOT, name), join(target, name), { recursive: true });
  writeFileSync(join(target, "package.json"), `${JSON.stringify(released(manifest), null, 2)}\n`);
  const inputs = await bundle(join(target, "dist"));
  writeFileSync(join(target, "dist/THIRD-PARTY-LICENSES.txt"), licences(inputs));
  const compiler = join(ROOT, "node_modules/typescript/bin/tsc");
  const project = join(ROOT, ".ci/tsconfig.release.json");
  execFileSync(process.execPath, [compiler, "-p", project, "--outDir", join(target, "dist")], { stdio: "inherit" });
}

function released(manifest) {
  const kept = Object.fromEntries(KEPT.filter((key) => key in manifest).map((key) => [key, manifest[key]]));
  const versions = { ...manifest.devDependencies, ...manifest.dependencies };
  return {
    ...kept,
    engines: manifest.engines,
    peerDependencies: Object.fromEntries(NAMED_BY_TYPES.map((name) => [name, `^${versions[name]}`])),
    peerDependenciesMeta: Object.fromEntries(NAMED_BY_TYPES.map((name) => [name, { optional: true }])),
  };
}

/** Bundles the entries, with what commands load late in files of their own, and answers with the files that went in. */
async function bundle(outdir) {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: { "cli/main": "src/cli/main.ts", "cli/action/main": "src/cli/action/main.ts", index: "src/index.ts" },
    outdir,
    // One folder deep, as the source is: package.json is found from there.
    chunkNames: "chunks/[name]-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    // Names stay, so that a stack trace can be read.
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: "none",
    metafile: true,
    banner: { js: REQUIRE },
    logLevel: "warning",
  });
  return Object.keys(metafile.inputs);
}

/** The licences of all packages that something was taken from. */
function licences(inputs) {
  const folders = new Set(inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []));
  return [...folders]
    .sort()
    .map((path) => licenceOf(join(ROOT, path)))
    .join(`\n${"-".repeat(80)}\n\n`);
}

function licenceOf(path) {
  const { name, version, license } = JSON.parse(readFileSync(join(path, "package.json"), "utf8"));
  const own = textsOf(path, /^(licen[cs]e|copying|notice)/i);
  // Some say it at the end of their readme and nowhere else.
  const texts = own.length > 0 || license !== undefined ? own : textsOf(path, /^readme/i).map(licenceSection);
  if (license === undefined && texts.join("") === "") throw new Error(`${name} says nothing of its licence`);
  return `${name} ${version}, ${license ?? "see below"}\n\n${texts.join("\n\n")}\n`;
}

function textsOf(path, name) {
  const files = readdirSync(path).filter((file) => name.test(file));
  return files.map((file) => readFileSync(join(path, file), "utf8").trim());
}

function licenceSection(readme) {
  return /^#*\s*licen[cs]e\s*$[\s\S]*/im.exec(readme)?.[0] ?? "";
}
