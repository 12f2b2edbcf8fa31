import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Checkout, makeCheckout } from "../helpers/checkout.js";

const REPORT =
  "# Weir Status\n\n**Progress**: 2 of 2 done\n\n| Task | Status |\n|---|---|\n| A | done |\n| B | done |\n";

/** What is put in the place of a report, and what is said of it by name. */
const KINDS: readonly (readonly [name: string, make: (path: string) => void, said: string])[] = [
  ["a-pipe", (path) => execFileSync("mkfifo", [path]), "is not a regular file"],
  ["b-socket", (path) => servers.push(createServer().listen(path)), "is not a regular file"],
  ["c-device", (path) => symlinkSync("/dev/zero", path), "is not a regular file"],
  ["d-folder", (path) => mkdirSync(path), "is a directory, not a file; left out"],
  ["e-dangling", (path) => symlinkSync("nowhere.md", path), "there is no such file or directory"],
  ["f-circle", (path) => symlinkSync("STATUS.md", path), "its symbolic links lead in a circle"],
];
const servers: Server[] = [];
const reports = (stdout: string): string[] => JSON.parse(stdout).files.map(({ path }: { path: string }) => path);

let checkout: Checkout;

beforeAll(async () => {
  if (process.platform === "win32") return;
  checkout = await makeCheckout();
  const files = Object.fromEntries(KINDS.map(([name]) => [`${name}/STATUS.md`, REPORT]));
  await checkout.commit({ ...files, "STATUS.md": REPORT, "z-last/STATUS.md": REPORT });
  for (const [name, make] of KINDS) {
    const path = join(checkout.path, name, "STATUS.md");
    rmSync(path);
    make(path);
  }
});
afterAll(() => {
  for (const server of servers) server.close();
});

describe.skipIf(process.platform === "win32")("I5: what is called like a report and is no file", () => {
  it.each(KINDS.map(([name, , said]) => [name, said]))(
    "%s is refused by its name, and not waited for",
    async (name, said) => {
      const { code, stderr } = await checkout.run(["check", `${name}/STATUS.md`]);
      expect(code).toBe(2);
      expect(stderr).toContain(`blockers: ${name}/STATUS.md: `);
      expect(stderr).toContain(said);
    },
  );

  it.each([["check"], ["status"], ["fix"], ["check", "--no-git"]])(
    "the others are read all the same: %s",
    async (...argv) => {
      const { code, stderr } = await checkout.run([...argv, "."]);
      expect(code).toBe(0);
      expect(stderr).not.toMatch(/^blockers: (?!note)/m);
    },
  );

  it.each(["edited", "tracked"])("the report behind them is still found where they are %s", async (state) => {
    // Links are then tracked as such; of the others git takes no notice, or refuses them.
    if (state === "tracked") checkout.git("add", "c-device", "e-dangling", "f-circle");
    const { stdout, stderr } = await checkout.run(["check", "--format", "json"]);
    expect(reports(stdout)).toEqual(["STATUS.md", "z-last/STATUS.md"]);
    for (const [name] of KINDS.slice(0, 2)) if (state === "edited") expect(stderr).toContain(`${name}/STATUS.md`);
  });

  it("they are left out of what changed", async () => {
    await checkout.write({ "z-last/STATUS.md": `${REPORT}\nMore.\n` });
    const { code, stdout } = await checkout.run(["check", "--changed=HEAD", "--format", "json"]);
    expect(code).toBe(0);
    expect(reports(stdout)).toEqual(["z-last/STATUS.md"]);
  });
});
