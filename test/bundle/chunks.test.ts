import { readdirSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const BIN = fileURLToPath(new URL("../../dist/bin/", import.meta.url));

/** What any run on reports reads. Nothing of it may be of a package that only some runs need. */
const HOT = ["main", "run", "look", "git", "core", "found", "text-check", "findings"];

const names = readdirSync(BIN)
  .filter((file) => file.endsWith(".cjs"))
  .map((file) => file.replace(/\.cjs$/, ""));

function sizeOf(...chunks: readonly string[]): number {
  return chunks.reduce((sum, name) => sum + statSync(`${BIN}${name}.cjs`).size, 0);
}

/** The packages that something in a chunk is from; what the bundler itself adds has no map. */
function packagesIn(name: string): readonly string[] {
  if (name === "rolldown-runtime") return [];
  const { sources } = JSON.parse(readFileSync(`${BIN}${name}.cjs.map`, "utf8")) as { readonly sources: string[] };
  const found = sources.flatMap((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);
  return [...new Set(found)].sort();
}

test("what every run on reports loads holds no package but the one for the command line", () => {
  for (const name of HOT) expect(packagesIn(name), name).toEqual([]);
  expect(packagesIn("program")).toEqual(["commander"]);
});

test("each package that only some runs need is in a chunk of its own", () => {
  const home = (name: string) => names.filter((chunk) => packagesIn(chunk).includes(name));
  expect({
    zod: home("zod"),
    yaml: home("yaml"),
    commander: home("commander"),
    ignore: home("ignore"),
    chalk: home("chalk"),
    "cli-table3": home("cli-table3"),
    "iconv-lite": home("iconv-lite"),
    "simple-git": home("simple-git"),
    diff: home("diff"),
    remark: home("remark"),
    micromark: home("micromark"),
    "string-width": home("string-width"),
  }).toEqual({
    zod: ["config"],
    yaml: ["config"],
    commander: ["program"],
    ignore: ["globs"],
    chalk: ["chalk"],
    "cli-table3": ["table"],
    "iconv-lite": ["iconv"],
    "simple-git": ["simple-git"],
    diff: ["diff"],
    remark: ["markdown"],
    micromark: ["markdown"],
    // cli-table3 brings an older one of its own.
    "string-width": ["table", "width"],
  });
});

test("the chunks stay small", () => {
  expect(sizeOf("main")).toBeLessThan(24_500);
  expect(sizeOf("main", "program")).toBeLessThan(110_000);
  expect(sizeOf("main", "program", "run")).toBeLessThan(137_000);
  expect(sizeOf("run", "look", "git", "core", "found")).toBeLessThan(655_000);
  expect(sizeOf(...names)).toBeLessThan(1_700_000);
});

test("no chunk asks for a package, and none is a module of the newer kind", () => {
  for (const name of names) {
    const text = readFileSync(`${BIN}${name}.cjs`, "utf8");
    const asked = [...text.matchAll(/\brequire\(["'`]([^"'`]+)["'`]\)/g)].map(([, specifier]) => String(specifier));
    expect(
      asked.filter((specifier) => !/^(?:\.\/[\w-]+\.cjs|node:[\w/]+|[a-z_/]+)$/.test(specifier)),
      name,
    ).toEqual([]);
    expect(text, name).not.toMatch(/^\s*(?:import|export)\s/m);
  }
});
