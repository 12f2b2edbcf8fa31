import type { Nodes } from "mdast";
import { beforeAll, describe, expect, test } from "vitest";
import {
  refusedGitlab,
  refusedJson,
  refusedJunit,
  refusedRdjson,
  refusedSarif,
  workflowCommands,
} from "../helpers/consumers.js";
import { COMMANDS, HOSTILE, MARKUP } from "../helpers/hostile.js";
import { type Planted, PRINTING, plant } from "../helpers/planted.js";
import { parseWithRemark } from "../helpers/remark.js";

const PATIENCE = 120_000;

let planted: Planted;
let forms: Readonly<Record<string, string>>;

beforeAll(async () => {
  planted = await plant(HOSTILE);
  forms = await planted.forms();
}, PATIENCE);

const form = (name: string): string => forms[name] ?? "";

/** The forms that are made for files, and are safe in a log all the same. */
const WRITTEN = ["json", "jsonl", "gitlab", "sarif", "junit", "rdjson", "markdown"].map((format) => `check ${format}`);
const IN_LOGS = PRINTING.filter(([command, flag]) => command !== "init" && flag !== "--color" && flag !== "--dry-run");
const DIFF = ["fix", "--diff", "--unsafe"];

describe("O3: of a log of GitHub Actions, the runner obeys nothing but our own annotations", () => {
  const env = { PATH: process.env.PATH, GITHUB_ACTIONS: "true" };

  test("there are forty payloads at least", () => {
    expect(COMMANDS.filter((payload) => workflowCommands(payload).length > 0).length).toBeGreaterThanOrEqual(40);
  });

  test.each(WRITTEN.map((name) => [name]))("a file of %s", (name) => {
    expect(workflowCommands(form(name))).toEqual([]);
  });

  test.each(
    [["check"], ["check", "--format", "github"], ["check", "--format", "concise"], ["status"], ...IN_LOGS, DIFF].map(
      (argv) => [argv.join(" "), argv] as const,
    ),
  )("%s", { timeout: PATIENCE }, async (_, argv) => {
    const { stdout, stderr } = await planted.run(argv, { env });
    const commands = workflowCommands(stdout + stderr);
    const own = argv.includes("github");
    expect(new Set(commands.map(({ name }) => name))).toEqual(new Set(own ? ["error", "warning", "notice"] : []));
    for (const { properties } of commands) {
      expect(["file,line,endLine,col,endColumn,title", "file,line,endLine,title", "title"]).toContain(
        Object.keys(properties).join(),
      );
      expect(properties.title).toMatch(/^blockers(?:: [a-z-]+)?$/);
    }
  });
});

/** All nodes below this one, itself included. */
function nodesOf(node: Nodes): readonly Nodes[] {
  return [node, ...("children" in node ? node.children.flatMap(nodesOf) : [])];
}

/** What stands in the source of a markdown text outside of code, as it is written. */
function proseOf(markdown: string): string {
  const texts = nodesOf(parseWithRemark(markdown)).filter((node) => node.type === "text");
  return texts.map(({ position: at }) => markdown.slice(at?.start.offset, at?.end.offset)).join("\n");
}

const OWN_NODES =
  "root heading paragraph text strong emphasis delete list listItem inlineCode table tableRow tableCell".split(" ");

describe("O4: in markdown, nothing in a report, a path or a commit is more than text", () => {
  test("there are forty payloads at least", () => {
    expect(new Set(MARKUP).size).toBeGreaterThanOrEqual(40);
  });

  test.each(["check markdown", "status markdown"])("%s", (name) => {
    const kinds = nodesOf(parseWithRemark(form(name))).map(({ type }) => type);
    expect([...new Set(kinds)].filter((kind) => !OWN_NODES.includes(kind))).toEqual([]);
    // What becomes a link by itself on a forge, tells somebody, or is noted at another place.
    expect(proseOf(form(name)).match(/https?:\/\/|\bwww\.\w|(?<!\\)@\w|\w@|\/\w+#\d|GH-\d/gi) ?? []).toEqual([]);
    expect(Buffer.byteLength(form(name))).toBeLessThanOrEqual(900 * 1024);
  });

  test("each table has the rows of its report, and each row the columns of its table", async () => {
    const { reports } = JSON.parse(form("status json")) as { reports: { rows: readonly unknown[] }[] };
    const written = nodesOf(parseWithRemark(form("status markdown"))).filter((node) => node.type === "table");
    expect(written.map(({ children }) => children.length - 1)).toEqual(
      reports.map(({ rows }) => rows.length).filter((count) => count > 0),
    );
    for (const { children, align } of written)
      for (const row of children) expect(row.children.length).toBe(align?.length);
  });

  test("what is printed to be kept in a file is a table and a line, too", async () => {
    const { stdout } = await planted.run(["table", ...planted.reports.slice(0, 60)]);
    const kinds = nodesOf(parseWithRemark(stdout)).map(({ type }) => type);
    expect([...new Set(kinds)].filter((kind) => ![...OWN_NODES, "link"].includes(kind))).toEqual([]);
  });
});

describe("O2: links lead to files in the repository, and nowhere else", () => {
  test("in SARIF", () => {
    const addresses: string[] = [];
    JSON.parse(form("check sarif"), (key, value: unknown) => {
      if (/uri$/i.test(key) && typeof value === "string") addresses.push(value);
      return value;
    });
    expect(addresses.length).toBeGreaterThan(100);
    const names = new Set(planted.reports.map((path) => path.replace(/\p{Cs}/gu, "\u{fffd}")));
    for (const address of new Set(addresses)) {
      expect(new URL(address, "file:///top/").href).toBe(`file:///top/${address}`);
      if (!/%[89A-F]/.test(address)) expect([...names]).toContain(decodeURIComponent(address));
    }
  });

  test("in a table of reports", async () => {
    const { stdout } = await planted.run(["table", "--into", "a.txt", "--check", ...planted.reports]);
    for (const node of nodesOf(parseWithRemark(stdout)))
      if (node.type === "link") expect(node.url).toMatch(/^docs\/[^/]*$/);
  });
});

describe("O7: strict readers take", () => {
  test.each([
    ["check json", refusedJson],
    ["check sarif", refusedSarif],
    ["check gitlab", refusedGitlab],
    ["check rdjson", refusedRdjson],
    ["check junit", refusedJunit],
    ["status json", refusedJson],
    ["check jsonl", (text: string) => text.trimEnd().split("\n").flatMap(refusedJson)],
  ] as const)("%s", (name, refused) => {
    expect(form(name).length).toBeGreaterThan(10_000);
    expect(refused(form(name))).toEqual([]);
    expect(form(name)).not.toMatch(/[\u{2028}\u{2029}]/u);
  });

  test("O5: every result of SARIF has a place in a report of its own name", () => {
    const { results } = JSON.parse(form("check sarif")).runs[0];
    const { files } = JSON.parse(form("check json"));
    const found = files.flatMap(({ diagnostics }: { diagnostics: unknown[] }) => diagnostics).length;
    expect(results.length).toBe(found);
    for (const { locations } of results) expect(locations).toHaveLength(1);
    const uris = results.map(
      (one: { locations: readonly never[] }) => JSON.stringify(one.locations).match(/"uri":"(.*?)"/)?.[1],
    );
    const reported = files.filter(({ diagnostics }: { diagnostics: unknown[] }) => diagnostics.length > 0);
    expect(new Set(uris).size).toBe(reported.length);
  });
});
