import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, openSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { makeFolder, makeRepository } from "../helpers/scenario.js";

const BIN = fileURLToPath(new URL("../../bin/blockers.js", import.meta.url));
const PATIENCE = 60_000;
const REPORT = "# Pier Status\n\nProgress: 1 of 2 done (80%)\n\n- [x] Pilings\n- [ ] Planks\n";

let folder: string;

beforeAll(async () => {
  const { path } = await makeRepository({
    commits: [{ name: "a", date: "2026-01-05", message: "a", files: { "STATUS.md": REPORT } }],
  });
  folder = path;
});

interface Circumstances {
  /** Code that runs before the program. */
  readonly preload?: string;
  readonly bin?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdout?: number;
}

function run(args: readonly string[], { preload, bin = BIN, env = {}, stdout }: Circumstances = {}) {
  const before = preload === undefined ? [] : ["--import", `data:text/javascript,${encodeURIComponent(preload)}`];
  const ended = spawnSync(process.execPath, [...before, bin, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, SYSTEMROOT: process.env.SYSTEMROOT, ...env },
    encoding: "utf8",
    stdio: ["pipe", stdout ?? "pipe", "pipe"],
  });
  return { code: ended.status, stdout: ended.stdout, stderr: ended.stderr };
}

test("without a fault, something is found here", { timeout: PATIENCE }, () => {
  expect(run(["check"])).toMatchObject({ code: 1, stderr: "" });
});

const FAULT = /^blockers: [^\n]*this is a fault in blockers itself, not in your report[^\n]*\n {2}Please[^\n]*\n$/;

describe("O10: the process ends with exit code 2 and one sentence", () => {
  test.each([
    ["an error that nobody caught", "throw new TypeError('x')"],
    ["a rejection that nobody handled", "Promise.reject(new TypeError('x'))"],
    ["what is no error", "throw 'x'"],
  ])("%s", { timeout: PATIENCE }, (_, fault) => {
    // After the program has asked the disk for the first time.
    const preload = `import fs from "node:fs"; import { syncBuiltinESMExports } from "node:module";
      const stat = fs.statSync;
      fs.statSync = (...args) => { setImmediate(() => { ${fault}; }); return stat(...args); };
      syncBuiltinESMExports();`;
    const { code, stderr } = run(["check"], { preload });
    expect(code).toBe(2);
    expect(stderr).toMatch(FAULT);
  });

  test("a disk that fails", { timeout: PATIENCE }, () => {
    const preload = `import fs from "node:fs"; import { syncBuiltinESMExports } from "node:module";
      const open = fs.openSync;
      fs.openSync = (path, ...rest) => {
        if (String(path).endsWith("STATUS.md")) throw Object.assign(new Error("x"), { code: "EIO" });
        return open(path, ...rest);
      };
      syncBuiltinESMExports();`;
    expect(run(["check", "STATUS.md"], { preload })).toMatchObject({
      code: 2,
      stdout: "",
      stderr: "blockers: STATUS.md: cannot be read (EIO)\n",
    });
  });

  test("a program that is not whole", { timeout: PATIENCE }, async () => {
    const place = await makeFolder();
    for (const name of ["bin", "dist/bin"]) mkdirSync(join(place, name), { recursive: true });
    const bin = join(place, "bin/blockers.js");
    copyFileSync(BIN, bin);
    writeFileSync(join(place, "dist/bin/main.cjs"), 'require("./not-there.cjs");');
    expect(run(["check"], { bin })).toMatchObject({
      code: 2,
      stdout: "",
      stderr: "blockers: could not be loaded (MODULE_NOT_FOUND); install it again\n",
    });
  });

  test("a program that was not built", { timeout: PATIENCE }, async () => {
    const bin = join(await makeFolder(), "blockers.js");
    copyFileSync(BIN, bin);
    expect(run(["check"], { bin })).toMatchObject({
      code: 2,
      stdout: "",
      stderr: 'blockers: not built yet: run "npm run build"\n',
    });
  });

  test("a promise that never settles", { timeout: PATIENCE }, () => {
    const preload = `const stdin = { [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => {}) }) };
      Object.defineProperty(process, "stdin", { value: stdin });`;
    expect(run(["check", "--no-git", "-"], { preload }).code).toBe(2);
  });

  test.skipIf(process.platform !== "linux")("a full disk behind stdout", { timeout: PATIENCE }, () => {
    expect(run(["check"], { stdout: openSync("/dev/full", "w") })).toMatchObject({
      code: 2,
      stderr: "blockers: the output could not be written (ENOSPC)\n",
    });
  });
});

test("without git, reports are checked against themselves, and that is said", { timeout: PATIENCE }, async () => {
  const env = { PATH: await makeFolder() };
  const found = run(["check", "STATUS.md"], { env });
  expect(found.code).toBe(1);
  expect(found.stderr).toMatch(/^blockers: note: git cannot be asked here/);
});
