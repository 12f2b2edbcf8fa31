import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { makeRepository } from "../helpers/scenario.js";

const BIN = fileURLToPath(new URL("../../bin/blockers.js", import.meta.url));
const README = fileURLToPath(new URL("../../README.md", import.meta.url));
const PATIENCE = 60_000;

const STOP = '{"session_id": "a", "hook_event_name": "Stop", "stop_hook_active": false}';
const REPORT = "# Pier Status\n\nProgress: 1 of 2 done (NN%)\n\n- [x] Pilings\n- [ ] Planks\n";

let folder: string;
let tools: string;
let script: string;

function write(path: string, text: string, mode = 0o644): void {
  writeFileSync(path, text);
  chmodSync(path, mode);
}

beforeAll(async () => {
  const { path } = await makeRepository({
    commits: [{ name: "a", date: "2026-01-05", message: "a", files: { "STATUS.md": REPORT.replace("NN", "50") } }],
  });
  folder = path;
  tools = join(folder, ".git", "tools");
  mkdirSync(tools);
  write(join(tools, "blockers"), `#!/bin/sh\nexec '${process.execPath}' '${BIN}' "$@"\n`, 0o755);
  const [, snippet = ""] = /```sh\n(#!\/bin\/sh\n# Stop hook[\s\S]*?)```/.exec(readFileSync(README, "utf8")) ?? [];
  expect(snippet).toContain("--format concise --max-findings 10");
  script = snippet;
});

/** Runs the hook of the README as an agent would. */
function hook(stdin: string, percent: string, path = `${tools}${delimiter}${process.env.PATH}`) {
  write(join(folder, "STATUS.md"), REPORT.replace("NN", percent));
  const env = { PATH: path, HOME: folder };
  const { status, stdout, stderr } = spawnSync("/bin/sh", ["-c", script], { cwd: folder, env, input: stdin });
  return { status, stdout: stdout.toString(), stderr: stderr.toString() };
}

const SILENT = { status: 0, stdout: "", stderr: "" };

describe.skipIf(process.platform === "win32")("the stop hook of the README", () => {
  test("lets the agent stop in silence where all agrees", { timeout: PATIENCE }, () => {
    expect(hook(STOP, "50")).toEqual(SILENT);
  });

  test("blocks, and tells on stderr what does not match", { timeout: PATIENCE }, () => {
    const { status, stdout, stderr } = hook(STOP, "80");
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("percentage-mismatch");
    expect(stderr).toContain("STATUS.md:3");
  });

  test("blocks once: what it is called for again it lets pass", { timeout: PATIENCE }, () => {
    expect(hook(STOP.replace("false", "true"), "80")).toEqual(SILENT);
    expect(hook(STOP.replace(": false", ":\n  true"), "80")).toEqual(SILENT);
  });

  test.each([
    ["nothing", ""],
    ["garbage", "<<< \u0000 {"],
    ["another event", "{}"],
  ])("lets pass when stdin holds %s", { timeout: PATIENCE }, (_, stdin) => {
    expect(hook(stdin, "80")).toEqual(SILENT);
  });

  test("lets pass when there is no blockers", { timeout: PATIENCE }, () => {
    expect(hook(STOP, "80", "/usr/bin:/bin")).toEqual(SILENT);
  });

  test("lets pass when blockers cannot do its work", { timeout: PATIENCE }, () => {
    write(join(folder, "blockers.yaml"), "nonsense: [\n");
    expect(hook(STOP, "80")).toEqual(SILENT);
    write(join(folder, "blockers.yaml"), "{}\n");
  });
});
