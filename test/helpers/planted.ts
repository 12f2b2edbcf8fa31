import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { main } from "../../src/cli/main.js";
import { CHECK_FORMATS } from "../../src/cli/outputs/check-formats.js";
import { STATUS_FORMATS } from "../../src/cli/outputs/status-formats.js";
import type { World } from "../../src/cli/world.js";
import { encodePath } from "../../src/model/path-bytes.js";
import type { Run } from "./checkout.js";
import { makeFolder, makeRepository, runUserGit, type TestRepository } from "./scenario.js";
import { testWorld } from "./test-world.js";

/** A repository that holds payloads wherever its author may put text. */
export interface Planted {
  readonly path: string;
  /** The reports, one a payload, in its order. */
  readonly reports: readonly string[];
  run(argv: readonly string[], over?: Partial<World>): Promise<Run>;
  /** What `check` and `status` say in each of their forms, by both names ("check json"). */
  forms(): Promise<Readonly<Record<string, string>>>;
}

/** Bytes that a file name on any disk may have; git stores no NUL either. */
const MOST_NAME = 100;

/** That a configuration may have. */
const MOST_GLOBS = 100;

const inName = (payload: string): string => payload.replace(/[\0/]/g, "").slice(0, MOST_NAME).trim() || "x";

/** Lone halves of a pair cannot be in a UTF-8 file. */
const inText = (text: string): string => text.replace(/\p{Cs}/gu, "\u{fffd}");

/** What git takes for a branch. */
const inRef = (payload: string): string => inText(payload).replace(/[^!-\u{10ffff}]|[\u{7f}~^:?*[\\/.@]/gu, "-") || "x";

const inCell = (payload: string): string => payload.replace(/[\n\r|]/g, "");

/** A report with something wrong of most kinds, and the payload beside each. */
function reportWith(payload: string, index: number): string {
  const cell = inCell(payload);
  return `# Harbour Status ${payload}

**Overall**: 70% complete (2 of 3 tasks done ${cell})

| # | Task | Status | Hours | Done | Note |
|---|------|--------|-------|------|------|
| H-1 | Buoys ${cell} | ✅ DONE ${cell} | 2h | 100% | ${cell} |
| H-2 | Charts ${cell} | ⏳ TODO | 4h | 30% | ${cell} |
| H-2 | Ropes ${cell} | at the smithy ${cell} | 3h | 0% | ${cell} |
| **Total** ${cell} | | | **99h** | | ${cell} |

## H-1: Buoys ${payload}

**Status**: IN PROGRESS ${cell}
**Branch**: \`feature/gone-${index}-${cell}\`

- \`src/${index}-${inName(payload)}.ts\` (40 lines) ${cell}
- [gone](src/${cell}.ts)
- Commit \`{{work-${index}}}\` (2031-02-03): 900 lines ${cell}
- Reviewed by: [your name ${cell}]

## Commits ${cell}

\`\`\`
{{work-${index}}} Something quite different ${cell}
\`\`\`

3 blockers ${cell}:

- one ${cell}
- two

<!-- blockers-disable-next-line count-mismatch ${cell} -->
Nothing.

<!-- blockers:begin ${cell} -->
`;
}

/** Builds a repository with a report for each payload, which also stands in file names, branches, commits and the configuration. */
export async function plant(payloads: readonly string[]): Promise<Planted> {
  const reports = payloads.map((payload, index) => `docs/${index}-${inName(payload)}-STATUS.md`);
  const works = payloads.map((payload, index) => ({
    name: `work-${index}`,
    date: "2025-03-01T09:00:00Z",
    message: `Work ${inText(payload).replaceAll("\0", "")} on it\n\n${payload.replaceAll("\0", "")}`,
    files: { [`src/${index}-${inName(payload)}.ts`]: { lines: 12 } },
  }));
  const repository = await makeRepository({
    commits: [
      ...works,
      { name: "reports", date: "2025-03-03T09:00:00Z", message: "Reports", files: { "a.txt": "a\n" } },
    ],
    refs: Object.fromEntries(
      payloads.map((payload, index) => [`refs/heads/feature/${index}-${inRef(payload)}`, `work-${index}`]),
    ),
  });
  commitReports(repository, payloads, reports);
  const run: Planted["run"] = async (argv, over = {}) => {
    const world = testWorld(over.cwd ?? repository.path, over);
    const code = await main(argv, world);
    return { code, stdout: world.output("stdout"), stderr: world.output("stderr") };
  };
  return { path: repository.path, reports, run, forms: () => formsOf(run) };
}

function commitReports({ path, id }: TestRepository, payloads: readonly string[], reports: readonly string[]): void {
  mkdirSync(join(path, "docs"));
  for (const [index, payload] of payloads.entries()) {
    const text = reportWith(payload, index).replace(/\{\{([\w-]+)\}\}/g, (_, name) => id(name).slice(0, 9));
    const place = Buffer.concat([Buffer.from(`${path}/`), encodePath(reports[index] ?? "")]);
    writeFileSync(place, inText(text));
  }
  const words = payloads.map((payload) => `x${inText(payload).replaceAll("\0", "")}`);
  writeFileSync(join(path, "blockers.json"), JSON.stringify({ ignore: words.slice(0, MOST_GLOBS), rules: EVERY_RULE }));
  runUserGit(path, "add", "-A");
  // Names of people cannot hold these.
  const author = words.join(" ").replace(/[<>\n]/g, "");
  runUserGit(path, "commit", "-q", `--author=${author} <a@example.com>`, "-m", `Reports ${words[0]}`);
}

async function formsOf(run: Planted["run"]): Promise<Readonly<Record<string, string>>> {
  const folder = await makeFolder();
  const forms = { check: CHECK_FORMATS, status: STATUS_FORMATS };
  const found: Record<string, string> = {};
  for (const [command, formats] of Object.entries(forms)) {
    const places = formats.map((format) => [format, join(folder, `${command}-${format}`)] as const);
    const all = command === "check" ? ["--max-findings", "all"] : [];
    const { code, stderr } = await run([
      command,
      ...all,
      ...places.flatMap(([format, path]) => ["--output", `${format}=${path}`]),
    ]);
    if (code === 2) throw new Error(stderr);
    for (const [format, path] of places) found[`${command} ${format}`] = readFileSync(path, "utf8");
  }
  return found;
}

const EVERY_RULE = { "unknown-status": "info", "unverifiable-claim": "info", "stale-report": "info" };

/** The command lines that print something of a repository, apart from the forms of results; none of them writes. */
export const PRINTING: readonly (readonly string[])[] = [
  ["check", "--color", "always", "--width", "40"],
  ["check", "--debug", "--no-inline-config"],
  ["check", "--base", "HEAD~1", "--format", "concise"],
  ["check", "--print-config", "docs"],
  ["status", "--color", "always", "--width", "40"],
  ["fix", "--dry-run", "--unsafe"],
  ["table"],
  ["table", "--check"],
  ["baseline", "--dry-run"],
  ["doctor"],
  ["doctor", "--format", "json"],
  ["init", "--dry-run", "--ci=github", "--hook"],
];

/** Command lines that are wrong in a payload, or name with it what is not there. */
export function wrongUsages(payload: string): readonly (readonly string[])[] {
  const text = payload.replaceAll("\0", "") || "x";
  return [
    [text],
    ["check", text],
    ["check", `--${text}`],
    ["check", "--only", text],
    ["check", "--format", text],
    ["check", "--fail-on", text],
    ["check", "--config", text],
    ["check", "--config-from", text],
    ["check", "--base", text],
    ["check", "--as-of", text],
    ["check", "--repo", text],
    ["check", "--baseline", text],
    ["check", "--files-from", text],
    ["check", "--output", `json=${text}/x`],
    ["check", "--output", text],
    ["fix", "--skip", text],
    ["status", "--width", text],
    ["table", "--columns", text],
    ["table", "--template", `{${text}}`],
    ["table", "--into", text],
    ["explain", text],
    ["explain", "total-mismatch", "--format", text],
    ["completion", text],
    ["init", `--ci=${text}`],
    ["merge-driver", text, text, text, "7", text],
  ];
}
