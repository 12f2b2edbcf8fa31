// Runs the fuzzer of this folder on the built library: npm run fuzz. It is TypeScript, and is put together for this run.
import { mkdirSync } from "node:fs";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { rolldown } from "rolldown";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const [SOURCE, BUILT] = ["../../src/index.ts", "../../dist/index.js"].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);
// Below node_modules, so that packages are found from there.
const outdir = fileURLToPath(new URL("../../node_modules/.cache/blockers-fuzz/", import.meta.url));
mkdirSync(outdir, { recursive: true });
const built = await rolldown({
  cwd: ROOT,
  input: "./test/fuzz/main.ts",
  platform: "node",
  external: (id) => !/^[./]|^test\//.test(id),
  plugins: [
    {
      name: "as-shipped",
      async resolveId(source, importer, options) {
        const found = await this.resolve(source, importer, options);
        return found?.id === SOURCE ? { id: pathToFileURL(BUILT).href, external: true } : found;
      },
    },
  ],
});
const { output } = await built.write({ dir: outdir, entryFileNames: "[name].mjs" });
await built.close();
const { main } = await import(pathToFileURL(`${outdir}${output[0].fileName}`).href);
process.exitCode = await main(ROOT, process.argv.slice(2));
