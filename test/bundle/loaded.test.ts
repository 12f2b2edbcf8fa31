import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { makeFolder, makeRepository } from "../helpers/scenario.js";

const BIN = fileURLToPath(new URL("../../bin/blockers.js", import.meta.url));
const PATIENCE = 60_000;

const REPORT = "# Pier Status\n\n**Progress**: 2 of 2 tasks done\n\n- [x] Pilings\n- [ ] Planks\n";

/** Writes, when the program ends, which files it was made of and which of Node's own modules were loaded for it. */
const RECORDER = `const { writeFileSync } = require("node:fs");
const before = new Set(process.moduleLoadList);
process.on("exit", () => {
  const files = Object.keys(require.cache).filter((file) => file !== __filename);
  const own = process.moduleLoadList.filter((one) => !before.has(one)).map((one) => one.replace("NativeModule ", ""));
  writeFileSync(process.env.RECORD, JSON.stringify({ files, own }));
});`;

interface Loaded {
  readonly code: number | null;
  readonly chunks: readonly string[];
  readonly own: readonly string[];
}

async function load(cwd: string, ...args: readonly string[]): Promise<Loaded> {
  const folder = await makeFolder();
  const [recorder, record] = [join(folder, "recorder.cjs"), join(folder, "record.json")];
  writeFileSync(recorder, RECORDER);
  const { PATH, SYSTEMROOT } = process.env;
  const env = { PATH, SYSTEMROOT, RECORD: record };
  const { status } = spawnSync(process.execPath, ["--require", recorder, BIN, ...args], { cwd, env });
  const { files, own } = JSON.parse(readFileSync(record, "utf8")) as { files: string[]; own: string[] };
  const chunks = files.map((file) => basename(file, ".cjs")).filter((name) => name !== "blockers.js");
  return { code: status, chunks: chunks.sort(), own };
}

/** Chunks that a report which is read, judged and told of as text, without colours, never needs. */
const RARE = ["config", "iconv", "simple-git", "chalk", "diff", "sarif", "junit", "init", "doctor"];

/** Modules of Node's that take longer to load than a short report to read. */
const SLOW = ["tty", "net", "readline", "http", "url", "worker_threads"];

describe("what is loaded", { timeout: PATIENCE }, () => {
  test("to say the version: one file, and nothing of Node's", async () => {
    expect(await load(await makeFolder(), "--version")).toEqual({ code: 0, chunks: ["main"], own: [] });
  });

  test.each([[["--help"]], [["check", "--help"]]])("for %j: Commander, and no way to start processes", async (args) => {
    const { code, chunks, own } = await load(await makeFolder(), ...args);
    expect({ code, chunks }).toEqual({ code: 0, chunks: ["main", "program", "rolldown-runtime"] });
    expect(own.filter((name) => [...SLOW, "child_process", "fs/promises"].includes(name))).toEqual([]);
  });

  test("where there is nothing to check: nothing that reads reports", async () => {
    const folder = await makeFolder();
    const wanted = ["main", "program", "rolldown-runtime", "run"];
    const { code, chunks, own } = await load(folder, "check", "--pass-on-no-files", "--no-git");
    expect({ code, chunks }).toEqual({ code: 0, chunks: wanted });
    expect(own.filter((name) => [...SLOW, "child_process", "fs/promises"].includes(name))).toEqual([]);
    // No repository is around, and to see that takes no process.
    expect(await load(folder, "check", "--pass-on-no-files")).toEqual({ code, chunks, own });

    const { path } = await makeRepository({
      commits: [{ name: "a", date: "2026-01-05", message: "a", files: { "pier.txt": "pier\n" } }],
    });
    expect(await load(path, "check", "--staged")).toMatchObject({ code: 0, chunks: ["main"] });
    expect(await load(path, "check", "--staged", ".")).toMatchObject({ code: 0, chunks: ["found", "git", ...wanted] });
  });

  test.each(["check", "status"])("for %s of a report: no configuration, no encodings, no colours", async (command) => {
    const folder = await makeFolder();
    writeFileSync(join(folder, "STATUS.md"), REPORT);
    const { chunks, own } = await load(folder, command, "--no-git", "STATUS.md");
    expect(chunks).toContain("core");
    expect(chunks.filter((name) => RARE.includes(name))).toEqual([]);
    expect(own.filter((name) => [...SLOW, "child_process"].includes(name))).toEqual([]);
  });

  test("with a configuration: what reads it", async () => {
    const folder = await makeFolder();
    writeFileSync(join(folder, "STATUS.md"), REPORT);
    writeFileSync(join(folder, "blockers.yaml"), "failOn: warning\n");
    expect((await load(folder, "check", "--no-git", "STATUS.md")).chunks).toContain("config");
  });
});
