import { isUtf8 } from "node:buffer";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { openHistory } from "../../src/git/open.js";
import { type Checkout, checkoutAt, reportOn } from "../helpers/checkout.js";
import { makeRepository } from "../helpers/scenario.js";

const PATIENCE = { timeout: 120_000 };

/** Names as they may lie on a disk, in latin1: a byte a character. */
const NAMES = [
  ...["a\xe9_STATUS.md", "a\xe8_STATUS.md", "a\xc3\xa9_STATUS.md", "a\xff\xfe_STATUS.md", "\x80_STATUS.md"],
  ...["new\nline_STATUS.md", "tab\t_STATUS.md", "cr\r_STATUS.md", "esc\x1b[31m_STATUS.md", "bell\x07_STATUS.md"],
  ...["-x_STATUS.md", "--output=x_STATUS.md", "*_STATUS.md", "?_STATUS.md", "[a]_STATUS.md", ":(top)_STATUS.md"],
  ...["$(touch new)_STATUS.md", "`x`_STATUS.md", "' \"_STATUS.md", "a b_STATUS.md", "back\\slash_STATUS.md"],
  ...["::error::_STATUS.md", "%0A_STATUS.md", "~_STATUS.md", "#_STATUS.md", "HEAD_STATUS.md", "{a,b}_STATUS.md"],
];
const NOT_UTF_8 = NAMES.filter((name) => !isUtf8(Buffer.from(name, "latin1"))).length;
const CONTROLS = /(?!\n)\p{Cc}/u;

let checkout: Checkout;

beforeAll(async () => {
  const { path } = await makeRepository({ commits: [] });
  checkout = checkoutAt(path);
  for (const [at, name] of NAMES.entries()) {
    const file = Buffer.from(join(path, "docs", name), "latin1");
    mkdirSync(dirname(join(path, "docs", "x")), { recursive: true });
    // Each says something else, so that none can stand for another.
    writeFileSync(file, reportOn(2).replace("# Status", `# Status of ${at}`));
  }
  checkout.git("add", "-A");
  checkout.git("commit", "-q", "-m", "Odd names");
  // A message that is no UTF-8, with what a terminal would obey.
  const message = Buffer.from("caf\xe9 \x1b[31mred\x07\n", "latin1");
  writeFileSync(join(path, "message"), message);
  checkout.git("commit", "-q", "--allow-empty", "-F", "message");
});

describe.skipIf(process.platform !== "linux")("G8: names and messages that are no plain text", PATIENCE, () => {
  test("every file is told from every other", async () => {
    const history = await openHistory({ cwd: checkout.path });
    const tracked = await history.trackedFiles();
    const counts = await history.countLines(tracked.map((path) => `worktree:${path}`));
    await history.close();
    expect(new Set(tracked).size).toBe(NAMES.length);
    expect(counts.size).toBe(NAMES.length);
  });

  test.each(["text", "concise", "json", "jsonl", "github", "gitlab", "sarif", "junit", "rdjson", "markdown"])(
    "each report is checked, and shown as text: %s",
    async (format) => {
      const { code, stdout, stderr } = await checkout.run(["check", "--format", format, "--max-findings", "all"]);
      expect({ code, stderr: stderr.replace(/^.*checked .*\n/m, "") }).toEqual({ code: 1, stderr: "" });
      expect(stdout).not.toMatch(CONTROLS);
      // These two name the file as it is to be opened, for which JSON has no other way.
      if (!["gitlab", "rdjson"].includes(format)) expect(stdout).not.toContain("\ufffd");
      const found = ["json"].includes(format) ? JSON.parse(stdout).files : undefined;
      if (found === undefined) return;
      expect(found).toHaveLength(NAMES.length);
      expect(new Set(found.map(({ path }: { path: string }) => path)).size).toBe(NAMES.length);
    },
  );

  test.each([
    ["status"],
    ["table"],
    ["fix", "--diff"],
    ["baseline", "--dry-run"],
    ["check", "--staged"],
    ["check", "--base", "HEAD~1"],
    ["doctor"],
  ])("%s ends as it should", async (...argv) => {
    const { code, stdout, stderr } = await checkout.run(argv);
    expect([0, 1]).toContain(code);
    expect(`${stdout}${stderr}`).not.toMatch(CONTROLS);
  });

  test("each is fixed but those that cannot be written, which is said", async () => {
    const { code, stderr } = await checkout.run(["fix"]);
    const said = stderr
      .split("\n")
      .filter((line) => line.endsWith(": has a name that is not UTF-8, and is not written"));
    expect({ code, said: said.length }).toEqual({ code: 2, said: NOT_UTF_8 });
    const changed = checkout.git("diff", "--name-only", "-z").split("\0").filter(Boolean);
    expect(changed).toHaveLength(NAMES.length - NOT_UTF_8);
    checkout.git("checkout", "-q", "--", "docs");
  });

  test("a commit whose message is no UTF-8 is cited like any other", async () => {
    const id = checkout.git("rev-parse", "HEAD");
    const text = `# Status\n\n- [x] One\n\n\`\`\`\n${id.slice(0, 9)} something else altogether\n\`\`\`\n`;
    await checkout.write({ "NEW_STATUS.md": text });
    const { code, stdout } = await checkout.run(["check", "NEW_STATUS.md"]);
    expect([0, 1]).toContain(code);
    expect(stdout).not.toMatch(CONTROLS);
  });
});
