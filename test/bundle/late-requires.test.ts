import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { expect, test } from "vitest";
import { makeFolder } from "../helpers/scenario.js";

type Edited = {
  overwrite(start: number, end: number, text: string): unknown;
  remove(start: number, end: number): unknown;
};

// Plain JavaScript, which has no types.
const place = new URL("../../.ci/late-requires.mjs", import.meta.url).href;
const { lateRequires } = (await import(place)) as { lateRequires: (code: string, text: Edited) => never };

const LATE = `globalThis.lateIsHere = true;
export class Crane { height = 12 }
export const tide = () => "low";
export const port = "north";
`;

const OLD = "module.exports = { weigh: (load) => load + 1 };\n";

/** Bundles an entry that imports late.mjs, which gets a chunk of its own, and old.cjs; loads and answers with it. */
async function load(entry: string) {
  const folder = await makeFolder();
  for (const [name, text] of Object.entries({ "entry.mjs": entry, "late.mjs": LATE, "old.cjs": OLD }))
    writeFileSync(join(folder, name), text);
  const built = await rolldown({
    cwd: folder,
    input: "entry.mjs",
    platform: "node",
    preserveEntrySignatures: "allow-extension",
    experimental: { nativeMagicString: true },
    plugins: [
      { name: "late", renderChunk: (code, _, __, { magicString }) => lateRequires(code, magicString as Edited) },
    ],
  });
  const groups = [{ name: "late", test: /late\.mjs$|old\.cjs$/ }];
  await built.write({
    dir: join(folder, "out"),
    format: "cjs",
    minifyInternalExports: false,
    codeSplitting: { groups },
  });
  await built.close();
  Reflect.deleteProperty(globalThis, "lateIsHere");
  return createRequire(import.meta.url)(join(folder, "out/entry.js"));
}

const isHere = (): boolean => "lateIsHere" in globalThis;

test("a chunk is loaded when something of it is first used, and once", async () => {
  const { before, use } = await load(`import { tide } from "./late.mjs";
export const before = "lateIsHere" in globalThis;
export const use = () => tide() + tide();`);
  expect({ before, now: isHere() }).toEqual({ before: false, now: false });
  expect(use()).toBe("lowlow");
  expect(isHere()).toBe(true);
});

test.each([
  ["new", `export const use = () => new Crane().height;`, 12],
  ["a template", `export const use = () => \`\${port}ern\`;`, "northern"],
  ["a shorthand", `export const use = () => Object.values({ port }).join();`, "north"],
  ["a default", `export const use = (what = port) => what;`, "north"],
  ["a class that extends one", `export const use = () => new (class extends Crane {})().height;`, 12],
  [
    "a name of the same spelling",
    `export const use = () => { const port = "mine"; return port + tide(); };`,
    "minelow",
  ],
  ["a package of the old kind", `export const use = () => old.weigh(1);`, 2],
  ["a module of Node's", `export const use = () => sep.length + path.sep.length;`, 2],
])("%s means the same", async (_, code, value) => {
  const { use } = await load(`import { Crane, port, tide } from "./late.mjs";
import path, { sep } from "node:path";
import old from "./old.cjs";
${code}`);
  expect(use()).toBe(value);
});

test("a name that a function has for itself is left alone", () => {
  const code = `let node_path = require("node:path");
function shadowed(node_path) { return node_path.sep; }
function used() { return { node_path, same: node_path.sep }; }`;
  const edits: string[] = [];
  const note = (start: number, end: number, text = ""): void => void edits.push(`${code.slice(start, end)} => ${text}`);
  lateRequires(code, { overwrite: note, remove: note });
  expect(edits).toEqual([
    "node_path => node_path: node_path()",
    "node_path => (node_path())",
    'let node_path = require("node:path"); => let node_path$; const node_path = () => node_path$ ??= require("node:path");',
  ]);
});
