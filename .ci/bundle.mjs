// Bundles the program and the library with all they need, so that neither asks for an installed package.
import { readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { lateRequires } from "./late-requires.mjs";
import { narrowLetters } from "./narrow-letters.mjs";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** What stays unread until it is needed, each in a file of its own: packages, and the modules that use them when they are loaded. */
const APART = {
  config: [
    /^node_modules\/(zod|yaml)\//,
    /^src\/config\/(?!(baseline-name|config-names|globs|levels|load-config|measures|overrides|table-faults)\.ts)/,
  ],
  "simple-git": [/^node_modules\/(simple-git|@simple-git|@kwsites|debug|ms)\//],
  iconv: [/^node_modules\/(iconv-lite|safer-buffer)\//],
  table: [/^node_modules\/(cli-table3|@colors)\//],
  diff: [/^node_modules\/diff\//],
  width: [
    /^node_modules\/(string-width|emoji-regex|get-east-asian-width|strip-ansi|ansi-regex|wrap-ansi|ansi-styles|is-fullwidth-code-point)\//,
  ],
  chalk: [/^node_modules\/chalk\//],
  globs: [/^node_modules\/ignore\//],
  markdown: [/^node_modules\/(?!commander\/)/],
};

/** What only a run that asks a repository needs. */
const GIT = /^src\/git\/(?!(?:open|discover|environment|silent-history|index-file|repository-name|limits|run)\.ts)/;

/** What a run needs once it has found a report, or is kept to what changed, or is not `check`. */
const FOUND =
  /^src\/(?:format\/(?:measure|theme|summary|text-fix|settings|json-status|status-cells|text-table|status-table|text-status)|config\/(?:measures|table-faults)|cli\/(?:tables\/.*|run\/rewrite|files\/(?:select-changed|touched-tables|left-out-paths|write-document)|settings\/print-config|commands\/status))\.ts$/;

/** What only a run that has a report needs. */
const CORE = /^src\/(claims|edit|evidence|fix|lex|lint|merge|model|parse|readiness|rules|source)\//;

/** What tells whether a file is a report, and is needed where there is none, too. */
const LOOK = ["src/parse/looks-like-report.ts", "src/parse/names-marker.ts", "src/source/decode.ts"];

/** Whatever these load at once goes into one file with them, if not into that of one before. */
const TOGETHER = {
  found: FOUND,
  main: ["src/cli/start.ts"],
  program: ["src/cli/run-command-line.ts"],
  look: LOOK,
  git: GIT,
  core: CORE,
  run: ["src/cli/commands/check.ts", "src/cli/commands/status.ts"],
};

/** The program: CommonJS, which starts faster than ES modules, in `outdir`. Answers with the files that went in. */
export function bundleProgram(outdir) {
  const input = { main: "src/cli/start.ts", action: "src/cli/action/main.ts" };
  const output = {
    dir: outdir,
    format: "cjs",
    entryFileNames: "[name].cjs",
    chunkFileNames: "[name].cjs",
    minify: true,
    // They tell what makes a module's exports of a package's.
    minifyInternalExports: false,
    sourcemap: true,
    codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: chunkOf, debugName: "chunks" }] },
  };
  return bundle(input, output, [
    manifestInside(),
    lightPackages(),
    kindSaid(),
    {
      name: "late-requires",
      renderChunk: (code, _chunk, _options, { magicString }) => lateRequires(code, magicString),
    },
  ]);
}

/** The library: ES modules, in `outdir`, with names that a stack trace keeps. Answers with the files that went in. */
export function bundleLibrary(outdir) {
  const output = {
    dir: outdir,
    format: "esm",
    chunkFileNames: "chunks/[name]-[hash].js",
    minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
  };
  return bundle({ index: "src/index.ts" }, output, []);
}

async function bundle(input, output, plugins) {
  const built = await rolldown({
    cwd: ROOT,
    input,
    platform: "node",
    transform: { target: "node20.19" },
    // Entries may hand on to other files what they need of them.
    preserveEntrySignatures: "allow-extension",
    plugins: [await narrowLetters(ROOT, pathOf), ...plugins],
    experimental: { nativeMagicString: true },
    // What one place loads late, another may need at once.
    checks: { ineffectiveDynamicImport: false, pluginTimings: false, bundlerTimings: false },
    onwarn: (warning) => {
      throw new Error(warning.message);
    },
  });
  const { output: written } = await built.write({ ...output, comments: { legal: false } });
  await built.close();
  return written.flatMap(({ moduleIds = [] }) => moduleIds);
}

function chunkOf(id, modules) {
  // What the bundler adds is used by all.
  if (id.includes("rolldown/runtime")) return "main";
  const path = pathOf(id);
  for (const [name, patterns] of Object.entries(APART)) if (patterns.some((pattern) => pattern.test(path))) return name;
  for (const [name, which] of Object.entries(TOGETHER))
    if (which instanceof RegExp ? which.test(path) : which.some((entry) => loadedWith(entry, modules).has(id)))
      return name;
  return null;
}

const loaded = new Map();

/** A module and what it imports, but for what it loads late and what is apart. */
function loadedWith(path, modules) {
  const known = loaded.get(path);
  if (known) return known;
  const found = new Set();
  const visit = (id) => {
    if (found.has(id)) return;
    found.add(id);
    for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) visit(imported);
  };
  visit(join(ROOT, path));
  loaded.set(path, found);
  return found;
}

/** "node_modules/zod/index.js", wherever the packages are. */
function pathOf(id) {
  const path = relative(ROOT, id).split(sep).join("/");
  return path.replace(/^.*?(?=\bnode_modules\/)/, "");
}

/** For each file that is loaded Node looks for what kind it is of, upward to the whole package.json of ours. */
function kindSaid() {
  const emitted = { type: "asset", fileName: "package.json", source: '{ "type": "commonjs" }\n' };
  return {
    name: "kind-said",
    generateBundle: {
      handler() {
        this.emitFile(emitted);
      },
    },
  };
}

/** What the program wants to know of its package.json is written into it. */
function manifestInside() {
  const file = join(ROOT, "src/cli/manifest.ts");
  const { version, repository } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  return {
    name: "manifest-inside",
    load: (id) => (id === file ? `export const manifest = ${JSON.stringify({ version, repository })};` : null),
  };
}

/**
 * Two packages load at once what this program never has them do: Commander what starts commands in files of their own,
 * chalk what finds out how many colours there are, which it is always told.
 */
function lightPackages() {
  const spawning = { required: "const childProcess = require('node:child_process');", used: "childProcess.spawn(" };
  return {
    name: "light-packages",
    resolveId: (source) => (source === "#supports-color" ? { id: "\0no-colours", moduleSideEffects: false } : null),
    load: (id) => (id === "\0no-colours" ? "export default { stdout: false, stderr: false };" : null),
    transform: {
      filter: { id: /node_modules[\\/]commander[\\/]lib[\\/]command\.js$/ },
      handler: (code, _id, { magicString }) => {
        if (!code.includes(spawning.required))
          throw new Error("Commander loads child_process in another way than it did");
        magicString.replace(spawning.required, "").replaceAll(spawning.used, "require('node:child_process').spawn(");
        return { code: magicString };
      },
    },
  };
}
