import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { type Checkout, makeCheckout, reportOn } from "../helpers/checkout.js";

const BIN = fileURLToPath(new URL("../../bin/blockers.js", import.meta.url));
const RUNS = process.env.BLOCKERS_THOROUGH === "1" ? 100 : 16;
const PATIENCE = 240_000;

let checkout: Checkout;

beforeAll(async () => {
  checkout = await makeCheckout();
  await checkout.commit({
    "STATUS.md": reportOn(2, { path: "src/worker.ts", lines: 7 }).replace("100%", "90%"),
    "NOTES-STATUS.md": `${reportOn(1)}\n<!-- blockers-disable-line no-such-rule -- gone -->\n`,
    "blockers.yaml": "refs: [main]\nrules: { stale-report: info }\n",
    "src/worker.ts": "a\n",
  });
  writeFileSync(`${checkout.path}/latin-STATUS.md`, Buffer.from("# Status\n\n1 of 2 done (80%) \xe9\n", "latin1"));
  checkout.git("add", "-A");
});

describe("O8: stdout is one JSON document, whatever there is to say besides", () => {
  test.each([
    ...["json", "sarif", "gitlab", "rdjson"].flatMap((format) => [
      ["check", "--format", format],
      ["check", "--format", format, "--no-inline-config", "--config-from", "HEAD"],
      ["check", "--format", format, "--staged"],
      ["check", "--format", format, "missing.md", "STATUS.md"],
    ]),
    ["status", "--format", "json"],
    ["status", "--format", "json", "--changed=HEAD"],
    ["doctor", "--format", "json"],
    ["explain", "--format", "json"],
  ])("%j %j %j %j %j %j", async (...argv) => {
    const args = argv.filter((word) => word !== undefined);
    const env = { PATH: process.env.PATH, BLOCKERS_DEBUG: "1" };
    const { stdout } = await checkout.run([...args, "--debug"], { env });
    expect(typeof JSON.parse(stdout)).toBe("object");
  });

  test("with a result that is none, there is no half of one", async () => {
    const { code, stdout } = await checkout.run(["check", "--format", "json", "--only", "no-such-rule"]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });
});

/** Runs the program, and reads so many bytes of what it says before the pipe is closed. */
function readingOnly(bytes: number, argv: readonly string[]): Promise<{ code: number | null; stderr: string }> {
  const child = spawn(process.execPath, [BIN, ...argv], { cwd: checkout.path, stdio: ["ignore", "pipe", "pipe"] });
  if (bytes === 0) child.stdout.destroy();
  else child.stdout.once("readable", () => child.stdout.read(bytes) === undefined || child.stdout.destroy());
  let stderr = "";
  child.stderr.on("data", (chunk) => {
    stderr += String(chunk);
  });
  return new Promise((settle) => child.once("close", (code) => settle({ code, stderr })));
}

test(`O9: a reader that goes away changes no exit code, and shows no stack, in ${RUNS} runs`, {
  timeout: PATIENCE,
}, async () => {
  const whole = await readingOnly(1 << 20, ["check", "--format", "sarif", "STATUS.md"]);
  expect(whole).toEqual({ code: 1, stderr: "" });
  const run = async (index: number) =>
    readingOnly(index % 2, ["check", "--format", ["sarif", "text", "json"][index % 3] ?? "", "STATUS.md"]);
  for (let done = 0; done < RUNS; done += 4) {
    const ended = await Promise.all([0, 1, 2, 3].map((more) => run(done + more)));
    for (const { code, stderr } of ended) expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
  }
});
