import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const SRC = fileURLToPath(new URL("../src/", import.meta.url));
const MAX_LINES = 250;

/** A folder may import from those to its left, and from the root files `errors` and `version`. */
const CHAIN = [
  "model",
  "source",
  "lex",
  "parse",
  "claims",
  "evidence",
  "readiness",
  "edit",
  "rules",
  "lint",
  "fix",
  "merge",
  "format",
];

/** Beside the chain: what each of these may import. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  config: ["model"],
  fs: ["model"],
  git: ["model"],
  demo: ["model", "git"],
  cli: [...CHAIN, "config", "fs", "git", "demo"],
  // The public API.
  index: [...CHAIN, "config", "fs", "git"],
  errors: [],
};

/** The folders that may import a package; a package that is not named here may be imported by nobody. */
const HOMES: Readonly<Record<string, readonly string[]>> = {
  commander: ["cli"],
  chalk: ["format"],
  "cli-table3": ["format"],
  diff: ["format"],
  "string-width": ["edit", "format", "readiness"],
  "wrap-ansi": ["format"],
  "simple-git": ["git"],
  yaml: ["config"],
  ignore: ["config", "evidence"],
  zod: ["config", "format"],
  "iconv-lite": ["source"],
  "decode-named-character-reference": ["parse"],
  unified: ["readiness"],
  remark: ["readiness"],
  "mdast-util-gfm-table": ["readiness"],
  "micromark-extension-gfm-table": ["readiness"],
  // Types only.
  mdast: ["parse", "readiness"],
};

/** The folders that may use what reaches outside. */
const BUILT_IN_HOMES: Readonly<Record<string, readonly string[]>> = {
  "node:fs": ["fs", "git", "demo"],
  "node:fs/promises": ["fs", "git", "demo"],
  "node:child_process": ["git"],
  "node:module": ["cli"],
  "node:readline": ["cli"],
  "node:vm": ["cli"],
  "node:os": ["fs", "git"],
  // Whose temporary file it is, and whether that process is alive; and what starts the action.
  "node:process": ["cli", "fs"],
};

/** Files that may use more than their folder. */
const BUILT_IN_EXEMPT = new Map([
  ["cli/process-sink.ts", "node:fs"],
  // A long report is read in a process of its own, which writes to a pipe that it was given.
  ["cli/guard/look-after.ts", "node:child_process"],
  ["cli/guard/messages.ts", "node:fs"],
]);

/** Files outside cli that look at the process or the clock. */
const EXEMPT = new Set([
  // The environment that git inherits unless the caller gives another.
  "git/environment.ts",
  // How old a temporary file is that somebody left behind.
  "fs/leftovers.ts",
]);

interface SourceFile {
  readonly path: string;
  readonly folder: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const files: readonly SourceFile[] = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .map((path) => {
    const text = readFileSync(join(SRC, path), "utf8");
    const imports = ts.preProcessFile(text, true, true).importedFiles.map((imported) => imported.fileName);
    return { path: path.split(sep).join("/"), folder: folderOf(path), text, imports };
  });

/** The folder below src; for a file of src itself, its name. */
function folderOf(path: string): string {
  const [first = ""] = path.split(sep);
  return first.replace(/\.(ts|js)$/, "");
}

function allowedFrom(folder: string): readonly string[] {
  const place = CHAIN.indexOf(folder);
  return place < 0 ? (BESIDE[folder] ?? []) : CHAIN.slice(0, place);
}

/** "@scope/name/part" -> "@scope/name". */
function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

function offences(find: (file: SourceFile) => readonly string[]): readonly string[] {
  return files.flatMap((file) => find(file).map((what) => `${file.path}: ${what}`));
}

test("there is something to look at", () => {
  expect(files.length).toBeGreaterThan(50);
});

test("folders import only what lies before them", () => {
  const found = offences(({ path, folder, imports }) => {
    const allowed = new Set([folder, "errors", ...allowedFrom(folder)]);
    const local = imports.filter((specifier) => specifier.startsWith("."));
    const reached = local.map((specifier) => relative(SRC, join(SRC, dirname(path), specifier)));
    return reached.filter((target) => !allowed.has(folderOf(target)));
  });
  expect(found).toEqual([]);
});

test("rules hold no regular expression", () => {
  const found = offences(({ path, folder, text }) => {
    if (folder !== "rules") return [];
    const patterns: string[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) patterns.push(node.text);
      if (ts.isIdentifier(node) && node.text === "RegExp") patterns.push("RegExp");
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest));
    return patterns;
  });
  expect(found).toEqual([]);
});

describe("one home for each library", () => {
  test("packages", () => {
    const found = offences(({ folder, imports }) => {
      const foreign = imports.filter((specifier) => !specifier.startsWith(".") && !specifier.startsWith("node:"));
      return foreign.map(packageOf).filter((name) => !HOMES[name]?.includes(folder));
    });
    expect(found).toEqual([]);
  });

  test("what reaches outside", () => {
    const pure = new Set([
      "node:path",
      "node:crypto",
      "node:url",
      "node:util",
      "node:stream",
      "node:events",
      "node:buffer",
    ]);
    const found = offences(({ path, folder, imports }) => {
      const allowed = (name: string) =>
        pure.has(name) || BUILT_IN_HOMES[name]?.includes(folder) || BUILT_IN_EXEMPT.get(path) === name;
      return imports.filter((name) => name.startsWith("node:") && !allowed(name));
    });
    expect(found).toEqual([]);
  });

  test("every package that has a home is used, and bundled, so that nobody else needs it", () => {
    const manifest = JSON.parse(readFileSync(join(SRC, "../package.json"), "utf8"));
    const used = new Set(files.flatMap((file) => file.imports.map(packageOf)));
    expect(Object.keys(HOMES).filter((name) => !used.has(name))).toEqual([]);
    expect(manifest.dependencies).toBeUndefined();
    const versions = manifest.devDependencies as Readonly<Record<string, string>>;
    for (const [name, range] of Object.entries(manifest.peerDependencies)) expect(range).toBe(`^${versions[name]}`);
  });
});

test("only the command line knows the process and the console, the clock and chance", () => {
  const global = /(?<![\w.])(process\.|console\.|Date\.now\(|Math\.random\(|new Date\(\))/;
  const found = offences(({ path, folder, text }) => {
    if (folder === "cli" || EXEMPT.has(path)) return [];
    const code = text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, "");
    const hit = global.exec(code);
    return hit ? [hit[0]] : [];
  });
  expect(found).toEqual([]);
});

test(`no file is longer than ${MAX_LINES} lines`, () => {
  const lines = (text: string) => text.trimEnd().split("\n").length;
  expect(offences(({ text }) => (lines(text) > MAX_LINES ? [`${lines(text)} lines`] : []))).toEqual([]);
});
