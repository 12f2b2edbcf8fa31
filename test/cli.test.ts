import { execFile, spawn } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { makeFolder } from "./helpers/scenario.js";
import { readTranscript, replay, withSessions } from "./helpers/transcript.js";

const TRANSCRIPTS = fileURLToPath(new URL("../fixtures/cli/", import.meta.url));
const BIN = fileURLToPath(new URL("../bin/blockers.js", import.meta.url));

/** UPDATE_TRANSCRIPTS=1 writes what the program says now; read the difference before you commit it. */
const UPDATE = process.env.UPDATE_TRANSCRIPTS === "1";
const PATIENCE = 60_000;

describe("transcripts", () => {
  const names = readdirSync(TRANSCRIPTS).filter((name) => name.endsWith(".md"));
  test.each(names)("%s", { timeout: PATIENCE }, async (name) => {
    const markdown = readFileSync(TRANSCRIPTS + name, "utf8");
    const transcript = readTranscript(markdown);
    expect(transcript.sessions.length).toBeGreaterThan(0);
    const sessions = await replay(transcript, await makeFolder());
    if (UPDATE) writeFileSync(TRANSCRIPTS + name, withSessions(markdown, sessions));
    else expect(sessions).toEqual(transcript.sessions);
  });
});

describe("the built program", () => {
  const run = (args: readonly string[], options = {}) =>
    promisify(execFile)(process.execPath, [BIN, ...args], options).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      (error: { code: number; stdout: string; stderr: string }) => error,
    );

  test("prints its version", { timeout: PATIENCE }, async () => {
    const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
    expect(await run(["--version"])).toMatchObject({ code: 0, stdout: `${version}\n`, stderr: "" });
  });

  test("ends with exit code 2 and one sentence for a missing file", { timeout: PATIENCE }, async () => {
    expect(await run(["check", "missing.md"], { cwd: await makeFolder() })).toMatchObject({
      code: 2,
      stdout: "",
      stderr: "blockers: missing.md: there is no such file or directory\n",
    });
  });

  test("shows the demo, and leaves nothing behind", { timeout: PATIENCE }, async () => {
    const folder = await makeFolder();
    const env = { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder };
    const { code, stdout, stderr } = await run(["demo"], { env });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    for (const rule of ["total-mismatch", "status-conflict", "line-count-mismatch"]) expect(stdout).toContain(rule);
    expect(readdirSync(folder)).toEqual([]);
  });

  test.skipIf(process.platform === "win32")(
    "cleans up when the demo is interrupted",
    { timeout: PATIENCE },
    async () => {
      const folder = await makeFolder();
      const child = spawn(process.execPath, [BIN, "demo"], {
        env: { ...process.env, TMPDIR: folder },
        stdio: "ignore",
      });
      const ended = new Promise<NodeJS.Signals | null>((settle) => child.once("exit", (_, signal) => settle(signal)));
      while (readdirSync(folder).length === 0) await new Promise((later) => setTimeout(later, 5));
      child.kill("SIGINT");
      expect(await ended).toBe("SIGINT");
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  test.skipIf(process.platform === "win32")(
    "O9: ends quietly when nobody reads on",
    { timeout: PATIENCE },
    async () => {
      const child = spawn(process.execPath, [BIN, "--help"], { stdio: ["ignore", "pipe", "pipe"] });
      child.stdout.destroy();
      const said: string[] = [];
      child.stderr.on("data", (chunk) => said.push(String(chunk)));
      expect(await new Promise((settle) => child.once("close", settle))).toBe(0);
      expect(said).toEqual([]);
    },
  );
});
