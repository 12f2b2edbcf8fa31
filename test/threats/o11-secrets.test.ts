import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { CHECK_FORMATS } from "../../src/cli/outputs/check-formats.js";
import { type Checkout, makeCheckout, reportOn } from "../helpers/checkout.js";

/** Invented, in the forms that tokens have. */
const SECRETS = {
  GITHUB_TOKEN: "ghp_AbCdEfGhIjKlMnOpQrStUvWxYz0123456789",
  CI_JOB_TOKEN: "glcbt-64_AbCdEfGhIjKlMnOp",
  AWS_SECRET_ACCESS_KEY: "wJalrXUtnFEMIK7MDENGbPxRfiCYINVENTEDKEY",
  NPM_TOKEN: "npm_AbCdEfGhIjKlMnOpQrStUvWxYz0123456789",
  OPENAI_API_KEY: "sk-proj-AbCdEfGhIjKlMnOpQrStUvWx",
  SLACK: "xoxb-123456789012-AbCdEfGhIjKlMnOpQrStUvWx",
  DATABASE_URL: "postgres://user:inventedpassword@host/db",
};
const PASSWORD = "hunter2-inPasswordOfUrl";
const HEADER = "QWxhZGRpbjpPcGVuU2VzYW1l";

let checkout: Checkout;

beforeAll(async () => {
  checkout = await makeCheckout();
  await checkout.commit({
    "STATUS.md": `${reportOn(2, { path: "src/worker.ts", lines: 7 })}\n[x](https://example.invalid/team/harbour/blob/main/gone.ts)\n`,
    "src/worker.ts": "a\n",
  });
  checkout.git("remote", "add", "origin", `https://robot:${PASSWORD}@example.invalid/team/harbour.git`);
  checkout.git("config", "http.https://example.invalid/.extraheader", `AUTHORIZATION: basic ${HEADER}`);
  checkout.git("config", "branch.main.remote", "origin");
  checkout.git("config", "branch.main.merge", "refs/heads/main");
});

test.each([
  ...CHECK_FORMATS.map((format) => ["check", "--format", format]),
  ["check", "--changed"],
  ["check", "--base", "origin/main"],
  ["check", "--config-from", "origin/main"],
  ["check", "--repo", `https://robot:${PASSWORD}@example.invalid/team/harbour.git`.replace(PASSWORD, "x")],
  ["check", "--print-config", "STATUS.md"],
  ["status", "--format", "json"],
  ["fix", "--diff", "--unsafe"],
  ["table"],
  ["baseline", "--dry-run"],
  ["doctor"],
  ["doctor", "--format", "json"],
  ["init", "--dry-run", "--ci=github"],
  ["init", "--dry-run", "--ci=gitlab"],
  ["init", "--dry-run", "--hook"],
  ["init", "--dry-run", "--merge-driver"],
  ["merge-driver", "a", "b", "c"],
])("O11: no secret of the environment or of a remote is told: %s %s %s", async (...argv) => {
  const env = { PATH: process.env.PATH, BLOCKERS_DEBUG: "1", ...SECRETS };
  const { stdout, stderr } = await checkout.run([...argv.filter((word) => word !== undefined), "--debug"], { env });
  expect((stdout + stderr).length).toBeGreaterThan(0);
  for (const secret of [...Object.values(SECRETS), PASSWORD, HEADER]) expect(stdout + stderr).not.toContain(secret);
});

test("O11: nor by a fault, its stack included", async () => {
  const fs = { stat: () => Promise.reject(new TypeError("x")) };
  const env = { PATH: process.env.PATH, ...SECRETS };
  const { code, stderr } = await checkout.run(["check", "--debug"], { env, fs: { ...fs } as never });
  expect(code).toBe(2);
  for (const secret of [...Object.values(SECRETS), PASSWORD, HEADER]) expect(stderr).not.toContain(secret);
});

test("O11: nor does a configuration of git that cannot be read bring it out", async () => {
  const broken = await makeCheckout();
  await broken.commit({ "STATUS.md": reportOn(2) });
  writeFileSync(
    join(broken.path, ".git/config"),
    `[remote "origin"]\n\turl = https://robot:${PASSWORD}@example.invalid/x\n[bad ${PASSWORD}\n`,
  );
  for (const argv of [["check"], ["doctor"], ["check", "--staged"], ["init", "--hook", "--dry-run"]]) {
    const { stdout, stderr } = await broken.run([...argv, "--debug"]);
    expect(stdout + stderr).not.toContain(PASSWORD);
  }
});
