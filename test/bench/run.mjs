// Runs the benchmark of this folder: npm run bench. It is TypeScript, and is put together for this run.
import { mkdirSync } from "node:fs";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { rolldown } from "rolldown";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
// Below node_modules, so that packages are found from there.
const outdir = fileURLToPath(new URL("../../node_modules/.cache/blockers-bench/", import.meta.url));
mkdirSync(outdir, { recursive: true });
const outfile = `${outdir}main.mjs`;
const built = await rolldown({
  cwd: ROOT,
  input: "test/bench/main.ts",
  platform: "node",
  external: (id) => !/^[./]/.test(id),
  transform: { target: "node20.19" },
});
await built.write({ file: outfile, format: "esm" });
await built.close();
const { main } = await import(pathToFileURL(outfile).href);
process.exitCode = await main(ROOT, process.argv.slice(2));
