import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type Checkout, checkoutAt } from "../helpers/checkout.js";
import { HARBOUR, STATUS } from "../helpers/commands.js";
import { makeFolder, makeRepository, runUserGit } from "../helpers/scenario.js";

const PATIENCE = { timeout: 120_000 };

/** What people have in their `.gitconfig`, and what only some have. */
const CONFIGS: readonly (readonly [name: string, text: string])[] = [
  ["colours always", "[color]\n\tui = always\n\tdiff = always\n\tbranch = always\n[core]\n\tpager = cat\n"],
  ["signatures shown", "[log]\n\tshowSignature = true\n\tdecorate = full\n[commit]\n\tgpgSign = true\n"],
  ["short ids", "[core]\n\tabbrev = 4\n[log]\n\tabbrevCommit = true\n"],
  ["relative dates", "[log]\n\tdate = relative\n\tmailmap = true\n[blame]\n\tdate = human\n"],
  ["quoted paths", "[core]\n\tquotePath = true\n\tprecomposeUnicode = true\n"],
  ["diffs without prefixes", "[diff]\n\tnoprefix = true\n\tmnemonicPrefix = true\n\trelative = true\n\tcontext = 0\n"],
  [
    "renames and copies",
    "[diff]\n\trenames = copies\n\trenameLimit = 1\n\talgorithm = patience\n\tindentHeuristic = false\n",
  ],
  ["messages in latin1", "[i18n]\n\tlogOutputEncoding = latin1\n\tcommitEncoding = latin1\n"],
  [
    "aliases and formats",
    "[alias]\n\tlog = log --oneline\n\tst = status\n[format]\n\tpretty = oneline\n[core]\n\tcommentChar = '#'\n",
  ],
  [
    "other walks",
    "[log]\n\tfollow = true\n\tshowRoot = false\n\tdiffMerges = separate\n\texcludeDecoration = *\n[diff]\n\torderFile = /dev/null\n\twordRegex = .\n\tstatGraphWidth = 3\n\tsubmodule = log\n\tignoreSubmodules = all\n",
  ],
  [
    "greps and columns",
    "[grep]\n\tlineNumber = true\n\tpatternType = perl\n\tfullName = true\n[column]\n\tui = always\n[submodule]\n\trecurse = true\n[advice]\n\tdetachedHead = true\n",
  ],
  [
    "line ends and caches",
    "[core]\n\tautocrlf = input\n\tuntrackedCache = true\n\tpreloadIndex = false\n\tignoreCase = false\n\tdisambiguate = tree\n[index]\n\tversion = 4\n[fetch]\n\tprune = true\n[status]\n\tshowUntrackedFiles = no\n",
  ],
];

let checkout: Checkout;
let plain: readonly string[];

async function everything(config: string): Promise<readonly string[]> {
  const home = await makeFolder();
  writeFileSync(join(home, ".gitconfig"), config);
  const env = { PATH: process.env.PATH, HOME: home };
  const said: string[] = [];
  for (const argv of [
    ["check", "--format", "json", "--no-cache"],
    ["check", "--format", "json", "--staged"],
    ["check", "--format", "json", "--base", "HEAD~1"],
    ["status", "--format", "json"],
    ["fix", "--unsafe", "--diff"],
    ["merge-driver", "base.md", "ours.md", "theirs.md"],
  ]) {
    const { code, stdout, stderr } = await checkout.run(argv, { env });
    said.push(`${argv.join(" ")}: ${code}\n${stdout}${stderr}`);
  }
  return said;
}

beforeAll(async () => {
  const repository = await makeRepository(HARBOUR);
  checkout = checkoutAt(repository.path);
  const id = repository.id("light").slice(0, 9);
  await checkout.commit({ "src/böjen.py": "ä\n", "src/ropes.py": "one\n" }, "Tie the ropes — again");
  const tied = checkout.git("rev-parse", "--short=9", "HEAD");
  checkout.git("mv", "src/ropes.py", "src/lines.py");
  checkout.git("commit", "-q", "-m", "Move");
  await checkout.write({
    "STATUS.md": `${STATUS.replace("{{light}}", id)}\n- \`src/böjen.py\` (7 lines)\n- Commit \`${tied}\` - 9 lines\n`,
  });
  checkout.git("add", "STATUS.md");
  plain = await everything("");
});

describe("G7: a user's configuration of git", PATIENCE, () => {
  test("there is something to be changed", () => {
    expect(plain[0]).toContain("line-count-mismatch");
    expect(plain[0]).toContain("commit-size-mismatch");
  });

  test.each(CONFIGS)("%s: the same bytes", async (_, config) => {
    runUserGit(checkout.path, "config", "--list");
    expect(await everything(config)).toEqual(plain);
  });
});
