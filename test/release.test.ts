import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { devNull } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import type * as start from "../src/cli/start.js";
import { makeFolder, runUserGit } from "./helpers/scenario.js";
import { readTranscript, replay } from "./helpers/transcript.js";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const TRANSCRIPTS = join(ROOT, "fixtures/cli");
const PATIENCE = 300_000;

/** What a release is made from. */
const SOURCES = [
  ".ci",
  ".gitattributes",
  ".gitignore",
  ".pre-commit-hooks.yaml",
  "LICENSE",
  "README.md",
  "action.yml",
  "bin",
  "package.json",
  "schema",
  "src",
  "tsconfig.json",
];

const REPORT = "# Pier Status\n\n**Progress**: 2 of 2 tasks done\n\n- [x] Pilings\n- [ ] Planks\n";

let clone = "";
let released = "";
let tag = "";

function run(command: string, args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}) {
  const { PATH = "", HOME = "" } = process.env;
  const outer = { PATH, HOME, GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: "1" };
  return spawnSync(command, args, { cwd, env: { ...outer, ...env }, encoding: "utf8" });
}

/** Runs npm without any registry. */
function npm(args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}) {
  return run("npm", [...args, "--offline", "--no-audit", "--no-fund"], cwd, env);
}

const npmMajor = Number.parseInt(run("npm", ["--version"], ROOT).stdout, 10);

beforeAll(async () => {
  clone = await makeFolder();
  for (const name of SOURCES)
    if (existsSync(join(ROOT, name))) cpSync(join(ROOT, name), join(clone, name), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(clone, "node_modules"));
  runUserGit(clone, "init", "--initial-branch=main");
  writeFileSync(join(clone, ".git/info/exclude"), "node_modules\n");
  runUserGit(clone, "add", ".");
  runUserGit(clone, "commit", "-m", "source");
  const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  tag = `v${version}`;
  const made = run(process.execPath, [".ci/release.mjs"], clone);
  expect({ status: made.status, stderr: made.stderr }).toEqual({ status: 0, stderr: "" });
  released = await makeFolder();
  runUserGit(released, "clone", "--branch", tag, clone, "tree");
  released = join(released, "tree");
}, PATIENCE);

describe.skipIf(process.platform === "win32")("the release", { timeout: PATIENCE }, () => {
  test("is a commit beside the branch, behind its source, with what is published and nothing else", () => {
    expect(runUserGit(clone, "rev-parse", `${tag}^`)).toBe(runUserGit(clone, "rev-parse", "main"));
    const names = runUserGit(clone, "ls-tree", "--name-only", tag).split("\n");
    const schema = existsSync(join(ROOT, "schema")) ? ["schema"] : [];
    const wanted = [".pre-commit-hooks.yaml", "LICENSE", "README.md", "action.yml", "bin", "dist", "package.json"];
    expect(names.sort()).toEqual([...wanted, ...schema].sort());
    expect(runUserGit(clone, "ls-tree", tag, "bin/")).toMatch(/^100755 /);
    expect(runUserGit(clone, "status", "--porcelain")).toBe("");
  });

  test("has no script that an installation would run, and needs no other package", () => {
    const manifest = JSON.parse(readFileSync(join(released, "package.json"), "utf8"));
    expect(Object.keys(manifest).filter((key) => /^(scripts|dependencies|devDependencies)$/.test(key))).toEqual([]);
    const optional = Object.entries(manifest.peerDependenciesMeta as Record<string, { optional: boolean }>);
    expect(optional.filter(([, meta]) => !meta.optional)).toEqual([]);
    for (const target of [manifest.bin.blockers, manifest.exports["."].types, manifest.exports["."].default])
      expect(existsSync(join(released, target))).toBe(true);
  });

  test("names the licence of everything that is bundled", () => {
    const said = readFileSync(join(released, "dist/THIRD-PARTY-LICENSES.txt"), "utf8");
    const { devDependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
    const sources = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".ts"))
      .map((path) => readFileSync(join(ROOT, "src", path), "utf8"));
    const imports = sources.flatMap((text) => [...text.matchAll(/^import (?!type\b)[^;]*? from "([^."][^":]*)"/gm)]);
    const names = new Set(imports.map(([, name]) => String(name)));
    expect(names.size).toBeGreaterThan(10);
    for (const name of names) expect(said).toContain(`${name} ${devDependencies[name]}, `);
  });

  test("is the same commit when it is made again, and refuses to be made twice or of unfinished work", () => {
    const first = runUserGit(clone, "rev-parse", tag);
    const again = run(process.execPath, [".ci/release.mjs"], clone);
    expect(again).toMatchObject({ status: 2, stderr: expect.stringContaining(`${tag} is there already`) });
    runUserGit(clone, "tag", "-d", tag);
    writeFileSync(join(clone, "unfinished.md"), "");
    expect(run(process.execPath, [".ci/release.mjs"], clone).stderr).toContain("commit or stash first");
    runUserGit(clone, "clean", "-f");
    expect(run(process.execPath, [".ci/release.mjs"], clone).status).toBe(0);
    expect(runUserGit(clone, "rev-parse", tag)).toBe(first);
  });

  test("says the same as the source in every transcript", async () => {
    const bundle: typeof start = createRequire(import.meta.url)(join(released, "dist/bin/main.cjs"));
    // Its own disk: errors are told by their class, and the bundle has its own.
    const { fs } = bundle.processWorld(process);
    for (const name of readdirSync(TRANSCRIPTS).filter((file) => file.endsWith(".md"))) {
      const transcript = readTranscript(readFileSync(join(TRANSCRIPTS, name), "utf8"));
      const sessions = await replay(transcript, await makeFolder(), (argv, world) =>
        bundle.main(argv, { ...world, fs }),
      );
      expect(sessions, name).toEqual(transcript.sessions);
    }
  });

  test("is a library that can be imported, with its types", async () => {
    const folder = await makeFolder();
    mkdirSync(join(folder, "node_modules"));
    cpSync(released, join(folder, "node_modules/blockers"), { recursive: true });
    symlinkSync(join(ROOT, "node_modules/zod"), join(folder, "node_modules/zod"));
    symlinkSync(join(ROOT, "node_modules/@types"), join(folder, "node_modules/@types"));
    const use = `import { checkReports, decode, formatCheckJson, parseReport, type CheckedReport } from "blockers";
const report = parseReport(decode(Buffer.from(${JSON.stringify(REPORT)}), "STATUS.md"));
const checked: readonly CheckedReport[] = await checkReports([report], {});
console.log(formatCheckJson(checked.map(({ result }) => result), { name: "x", version: "1" }));
`;
    writeFileSync(join(folder, "use.mts"), use);
    const options = ["--module", "nodenext", "--target", "es2023", "--lib", "es2023", "--strict", "--types", "node"];
    const compiler = join(ROOT, "node_modules/typescript/bin/tsc");
    const compiled = run(process.execPath, [compiler, ...options, "use.mts"], folder);
    expect(compiled.stdout).toBe("");
    const { stdout } = run(process.execPath, ["use.mjs"], folder);
    expect(JSON.parse(stdout).summary.errors).toBe(1);
  });

  const consent = npmMajor >= 11 ? ["--allow-git=root"] : [];
  test("is installed as the pre-commit framework does, from its own clone and without a registry", async () => {
    const prefix = await makeFolder();
    const args = ["install", ...consent, "--install-links", "-g", `git+${pathToFileURL(released).href}`];
    const { status, stderr } = npm(args, released, { npm_config_prefix: prefix });
    expect({ status, stderr }).toMatchObject({ status: 0 });
    await expectToWork(join(prefix, "bin/blockers"));
  });

  test("is installed from a git URL with its tag, without a registry", async () => {
    const prefix = await makeFolder();
    const spec = `git+${pathToFileURL(clone).href}#${tag}`;
    const { status, stderr } = npm(["install", ...consent, "--global", "--prefix", prefix, spec], clone);
    expect({ status, stderr }).toMatchObject({ status: 0 });
    await expectToWork(join(prefix, "bin/blockers"));
  });

  test("is packed and installed, and sets a new repository up", async () => {
    const [store, prefix, repository] = await Promise.all([makeFolder(), makeFolder(), makeFolder()]);
    const packed = npm(["pack", "--pack-destination", store, "--json"], released);
    const [{ filename, unpackedSize }] = JSON.parse(packed.stdout);
    expect(unpackedSize).toBeLessThan(4_000_000);
    expect(npm(["install", "--global", "--prefix", prefix, join(store, filename)], store).status).toBe(0);
    runUserGit(repository, "init");
    const program = join(prefix, "bin/blockers");
    const set = run(program, ["init", "--hook", "--ci"], repository);
    expect({ status: set.status, stderr: set.stderr }).toEqual({ status: 0, stderr: "" });
    expect(existsSync(join(repository, ".github/workflows/blockers.yml"))).toBe(true);
    // npm leads to the program by a link, which a later installation moves; the hook knows the place itself.
    const hook = readFileSync(join(repository, ".git/hooks/pre-commit"), "utf8");
    expect(hook).toContain(prefix);
    await expectToWork(program);
  });
});

async function expectToWork(program: string): Promise<void> {
  const folder = await makeFolder();
  mkdirSync(dirname(join(folder, "docs/STATUS.md")), { recursive: true });
  writeFileSync(join(folder, "docs/STATUS.md"), REPORT);
  const checked = run(program, ["check", "docs"], folder);
  expect({ status: checked.status, stderr: checked.stderr }).toEqual({ status: 1, stderr: "" });
  expect(checked.stdout).toContain("count-mismatch");
  const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  expect(run(program, ["--version"], folder).stdout).toBe(`${version}\n`);
}
