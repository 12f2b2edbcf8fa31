import { describe, expect, test } from "vitest";
import { formatConcise } from "../../src/format/concise.js";
import { formatGithub } from "../../src/format/github.js";
import { formatGitlab } from "../../src/format/gitlab.js";
import { formatCheckJson } from "../../src/format/json-check.js";
import { formatJsonLines } from "../../src/format/jsonl.js";
import { formatJunit } from "../../src/format/junit.js";
import { formatMarkdown } from "../../src/format/markdown.js";
import type { CheckFormatOptions } from "../../src/format/options.js";
import { formatRdjson } from "../../src/format/rdjson.js";
import { innerPath } from "../../src/format/report-path.js";
import { formatSarif } from "../../src/format/sarif.js";
import { checkLineSchema, checkOutputSchema } from "../../src/format/schema.js";
import { formatCheck } from "../../src/format/text-check.js";
import { withoutCommands } from "../../src/format/workflow-commands.js";
import type { FileResult } from "../../src/model/diagnostic.js";
import { parseMarkdown } from "../../src/parse/markdown.js";
import { refusedGitlab, refusedJunit, refusedRdjson, refusedSarif, workflowCommands } from "../helpers/consumers.js";
import { HOSTILE, resultsWith } from "../helpers/hostile.js";
import { diagnostic, result } from "./samples.js";

const tool = { name: "blockers", version: "0.1.0" };
const options: CheckFormatOptions = {
  ...{ tool, color: false, width: undefined, maxFindings: undefined },
  ...{ failOn: "error", failed: false },
};

/** Every form, as it goes to a log of GitHub Actions. */
const IN_LOG: Readonly<Record<string, (results: readonly FileResult[]) => string>> = {
  text: (results) => withoutCommands(formatCheck(results, options)),
  colour: (results) => withoutCommands(formatCheck(results, { ...options, color: true })),
  narrow: (results) => withoutCommands(formatCheck(results, { ...options, width: 40 })),
  concise: (results) => withoutCommands(formatConcise(results, undefined)),
  json: (results) => formatCheckJson(results, tool),
  jsonl: (results) => formatJsonLines(results, tool),
  gitlab: formatGitlab,
  sarif: (results) => formatSarif(results, options),
  junit: (results) => formatJunit(results, options),
  rdjson: (results) => formatRdjson(results, tool),
  markdown: formatMarkdown,
};

const OWN_COLOURS = new RegExp("\u{1b}\\[\\d+m", "gu");

/** A form without our own colours holds no control character but line ends. */
const CONTROL = /[\p{Cc}\u{2028}-\u{202e}]/gu;

describe.each(HOSTILE.map((text) => [text]))("%j wherever text may stand", (text) => {
  const results = resultsWith(text);

  test.each(Object.entries(IN_LOG))("is no command in a log, and controls nothing: %s", (name, format) => {
    const output = format(results);
    expect(workflowCommands(output)).toEqual([]);
    const own = name === "colour" ? output.replace(OWN_COLOURS, "") : output;
    expect(new Set(own.match(CONTROL))).toEqual(new Set(own.includes("\n") ? ["\n"] : []));
  });

  test("leaves our own annotations, and no others, in the right file", () => {
    const commands = workflowCommands(formatGithub(results, options));
    expect(commands.map(({ name }) => name)).toEqual(["error", "warning", "notice"]);
    for (const { properties } of commands) {
      expect(Object.keys(properties)).toEqual(["file", "line", "endLine", "col", "endColumn", "title"]);
      expect(properties.file?.split("/")).not.toContain("..");
      expect(properties.title).toBe("blockers: total-mismatch");
    }
  });

  test("is taken by readers of SARIF, GitLab, JUnit and rdjson", () => {
    expect(refusedSarif(formatSarif(results, options))).toEqual([]);
    expect(refusedGitlab(formatGitlab(results))).toEqual([]);
    expect(refusedJunit(formatJunit(results, options))).toEqual([]);
    expect(refusedRdjson(formatRdjson(results, tool))).toEqual([]);
  });

  test("keeps its value in JSON, but that half a character is shown", () => {
    const { files } = checkOutputSchema.parse(JSON.parse(formatCheckJson(results, tool)));
    const shown = text.replace(/\p{Cs}/gu, (half) => `\\u{${half.charCodeAt(0).toString(16)}}`);
    expect(files[0]?.diagnostics[0]?.stated).toBe(shown);
    const lines = formatJsonLines(results, tool).trimEnd().split("\n");
    expect(lines.map((line) => checkLineSchema.parse(JSON.parse(line)).type)).toEqual([
      ...["diagnostic", "diagnostic", "diagnostic", "summary"],
    ]);
  });

  test("is nothing but text in markdown", () => {
    const kinds = new Set<string>();
    const visit = (node: { readonly type: string; readonly children?: readonly unknown[] }): void => {
      kinds.add(node.type);
      for (const child of node.children ?? []) visit(child as typeof node);
    };
    visit(parseMarkdown(formatMarkdown(results)));
    const own = ["root", "heading", "text", "paragraph", "list", "listItem", "strong", "inlineCode"];
    expect([...kinds].filter((kind) => !own.includes(kind))).toEqual([]);
  });
});

describe("paths", () => {
  test.each([
    ["docs/STATUS.md", "docs/STATUS.md"],
    ["../../etc/passwd", "etc/passwd"],
    ["/a//b/./c.md", "a/b/c.md"],
    ["..", "report"],
  ])("%s is %s in a repository", (repositoryPath, inner) => {
    expect(innerPath(result({ repositoryPath }))).toBe(inner);
  });

  test("O5: a SARIF address leads back to the bytes of the name", () => {
    const uriOf = (repositoryPath: string) => {
      const { runs } = JSON.parse(formatSarif([result({ repositoryPath, diagnostics: [diagnostic()] })], options));
      return runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri;
    };
    expect(decodeURIComponent(uriOf("a b/100%/c#d?é.md"))).toBe("a b/100%/c#d?é.md");
    expect(uriOf("latin-\u{dce9}.md")).toBe("latin-%E9.md");
  });
});

describe("places of edits", () => {
  const lines = ["# Größe 😀", "", "12h"];
  const edit = { range: { start: 6, end: 7 }, expected: "e", newText: "E" };
  const last = { range: { start: 14, end: 16 }, expected: "12", newText: "15" };
  const report = result({
    lines,
    lineStarts: [0, 12, 14],
    diagnostics: [
      diagnostic({ line: 1, column: 3, endColumn: 8, fix: { title: "x", safety: "safe", edits: [edit, last] } }),
    ],
  });

  test("SARIF counts UTF-16 units", () => {
    const { runs } = JSON.parse(formatSarif([report], options));
    const { replacements } = runs[0].results[0].fixes[0].artifactChanges[0];
    expect(runs[0].columnKind).toBe("utf16CodeUnits");
    expect(replacements).toEqual([
      { deletedRegion: { startLine: 1, startColumn: 7, endLine: 1, endColumn: 8 }, insertedContent: { text: "E" } },
      { deletedRegion: { startLine: 3, startColumn: 1, endLine: 3, endColumn: 3 }, insertedContent: { text: "15" } },
    ]);
  });

  test("rdjson counts bytes", () => {
    const { diagnostics } = JSON.parse(formatRdjson([report], tool));
    expect(diagnostics[0].location.range).toEqual({ start: { line: 1, column: 3 }, end: { line: 1, column: 10 } });
    expect(diagnostics[0].suggestions).toEqual([
      { range: { start: { line: 1, column: 9 }, end: { line: 1, column: 10 } }, text: "E" },
      { range: { start: { line: 3, column: 1 }, end: { line: 3, column: 3 } }, text: "15" },
    ]);
  });
});
