import { createRequire } from "node:module";
import { Ajv } from "ajv";
import draft4 from "ajv-draft-04";
import formats from "ajv-formats";
import { SaxesParser } from "saxes";

const load = createRequire(import.meta.url);

/** What a format's readers do with it. Each answers with what it refuses, in words; nothing for what is right. */

const sarifSchema = load("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
const sarifAjv = new draft4.default({ allErrors: true, strict: false, unicodeRegExp: false });
formats.default(sarifAjv as never);
const isSarif: (log: unknown) => boolean = sarifAjv.compile(sarifSchema);

interface SarifLocation {
  readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } };
}

interface SarifRun {
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
  readonly results: readonly {
    readonly ruleId: string;
    readonly ruleIndex: number;
    readonly locations: readonly SarifLocation[];
  }[];
}

/** The schema of SARIF 2.1.0, and what code scanning asks for besides. */
export function refusedSarif(text: string): readonly string[] {
  const log: { readonly runs: readonly SarifRun[] } = JSON.parse(text);
  if (!isSarif(log)) return [sarifAjv.errorsText(sarifAjv.errors)];
  if (loneSurrogates(text).length > 0) return loneSurrogates(text);
  // Viewers make a link of this in a message.
  const linked = text.replace(/\n\s*/g, "").match(/"(?:message|description)": \{"text": "(?:[^"\\]|\\.)*?\]\(/g) ?? [];
  if (linked.length > 0) return linked;
  return log.runs.flatMap(({ tool, results }) => [
    ...(results.length > 5000 ? [`${results.length} results`] : []),
    ...results.flatMap(({ ruleId, ruleIndex, locations }) => [
      ...(tool.driver.rules[ruleIndex]?.id === ruleId ? [] : [`${ruleId} is not rule ${ruleIndex}`]),
      ...(locations.length === 1 ? [] : ["a result without a place"]),
      ...locations.flatMap(({ physicalLocation }) => refusedUri(physicalLocation.artifactLocation.uri)),
    ]),
  ]);
}

/** Resolved against a repository's top, it stays inside, and leads back to a path without a change. */
function refusedUri(uri: string): readonly string[] {
  const top = "file:///repository/";
  const { href, search, hash } = new URL(uri, top);
  return href === top + uri && uri !== "" && search === "" && hash === "" ? [] : [`${uri} leads to ${href}`];
}

const ajv = new Ajv({ allErrors: true, strict: true });

// GitLab documents these members, and that a line is a number.
const isGitlab = ajv.compile({
  type: "array",
  items: {
    type: "object",
    required: ["description", "check_name", "fingerprint", "severity", "location"],
    additionalProperties: false,
    properties: {
      description: { type: "string", minLength: 1 },
      check_name: { type: "string", minLength: 1 },
      fingerprint: { type: "string", minLength: 1 },
      severity: { enum: ["info", "minor", "major", "critical", "blocker"] },
      location: {
        type: "object",
        required: ["path", "lines"],
        additionalProperties: false,
        properties: {
          path: { type: "string", pattern: "^(?!\\.?\\.?/)(?![^]*/\\.\\.?/)[^]+$" },
          lines: {
            type: "object",
            required: ["begin"],
            additionalProperties: false,
            properties: { begin: { type: "integer", minimum: 1 }, end: { type: "integer", minimum: 1 } },
          },
        },
      },
    },
  },
});

/** GitLab's members of a code quality report; of two issues with one fingerprint it shows one. */
export function refusedGitlab(text: string): readonly string[] {
  const issues = JSON.parse(text);
  if (!isGitlab(issues)) return [ajv.errorsText(isGitlab.errors)];
  const prints = (issues as readonly { readonly fingerprint: string }[]).map(({ fingerprint }) => fingerprint);
  return new Set(prints).size === prints.length ? loneSurrogates(text) : ["a fingerprint twice"];
}

const position = {
  type: "object",
  required: ["line", "column"],
  additionalProperties: false,
  properties: { line: { type: "integer", minimum: 1 }, column: { type: "integer", minimum: 1 } },
};
const range = {
  type: "object",
  required: ["start", "end"],
  additionalProperties: false,
  properties: { start: position, end: position },
};

// The messages that the Reviewdog Diagnostic Format defines; a reader of protocol buffers refuses any other member.
const isRdjson = ajv.compile({
  type: "object",
  required: ["diagnostics"],
  additionalProperties: false,
  properties: {
    source: { type: "object", additionalProperties: false, properties: { name: { type: "string" } } },
    diagnostics: {
      type: "array",
      items: {
        type: "object",
        required: ["message", "location"],
        additionalProperties: false,
        properties: {
          message: { type: "string", minLength: 1 },
          location: {
            type: "object",
            required: ["path"],
            additionalProperties: false,
            properties: { path: { type: "string", minLength: 1 }, range },
          },
          severity: { enum: ["UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"] },
          code: { type: "object", additionalProperties: false, properties: { value: { type: "string" } } },
          suggestions: {
            type: "array",
            items: {
              type: "object",
              required: ["range", "text"],
              additionalProperties: false,
              properties: { range, text: { type: "string" } },
            },
          },
        },
      },
    },
  },
});

export function refusedRdjson(text: string): readonly string[] {
  return isRdjson(JSON.parse(text)) ? loneSurrogates(text) : [ajv.errorsText(isRdjson.errors)];
}

/** Readers in other languages refuse a document for half a character in one of its strings. */
export function refusedJson(text: string): readonly string[] {
  return loneSurrogates(text);
}

function loneSurrogates(json: string): readonly string[] {
  let lone = false;
  JSON.parse(json, (_, value: unknown) => {
    if (typeof value === "string" && /\p{Cs}/u.test(value)) lone = true;
    return value;
  });
  return lone ? ["half a character"] : [];
}

/** What may stand in what, and with which attributes. */
const JUNIT: Readonly<Record<string, { readonly in: string; readonly needs: readonly string[] }>> = {
  testsuites: { in: "", needs: ["tests", "failures", "errors", "skipped"] },
  testsuite: { in: "testsuites", needs: ["name", "tests", "failures", "errors", "skipped"] },
  properties: { in: "testsuite", needs: [] },
  property: { in: "properties", needs: ["name", "value"] },
  testcase: { in: "testsuite", needs: ["name", "classname", "file"] },
  failure: { in: "testcase", needs: ["message", "type"] },
  skipped: { in: "testcase", needs: ["message"] },
  "system-out": { in: "testcase", needs: [] },
};

/** A parser that follows XML 1.0 to the letter, the elements that JUnit's readers know, and counts that add up. */
export function refusedJunit(text: string): readonly string[] {
  const refused: string[] = [];
  const open: string[] = [];
  const counted: Record<string, number> = { testcase: 0, failure: 0, skipped: 0 };
  let stated: Record<string, unknown> = {};
  const parser = new SaxesParser();
  parser.on("error", (error) => refused.push(error.message));
  parser.on("opentag", ({ name, attributes }) => {
    const known = JUNIT[name];
    if (known === undefined || known.in !== (open.at(-1) ?? "")) refused.push(`${name} in ${open.join(" > ")}`);
    for (const need of known?.needs ?? []) if (!(need in attributes)) refused.push(`${name} without ${need}`);
    if (name in counted) counted[name] = (counted[name] ?? 0) + 1;
    if (name === "testsuites") stated = attributes;
    open.push(name);
  });
  parser.on("closetag", () => open.pop());
  parser.write(text).close();
  const sums = { tests: counted.testcase, failures: counted.failure, skipped: counted.skipped };
  for (const [name, sum] of Object.entries(sums))
    if (stated[name] !== String(sum)) refused.push(`${name} is not ${sum}`);
  return refused;
}

/** A command that the runner of GitHub Actions found in a log. */
export interface WorkflowCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

const KNOWN =
  "error warning notice debug group endgroup set-env add-path set-output save-state add-mask add-matcher stop-commands echo";
const COMMANDS = new Set(KNOWN.split(" "));

/** What a comparison by the rules of a language does not see. */
const UNSEEN = /[\p{Cc}\p{Default_Ignorable_Code_Point}]/gu;

/** All commands in a log, by both rules of the runner, on each line as it is and as a comparison by language sees it. */
export function workflowCommands(log: string): readonly WorkflowCommand[] {
  return log.split(/\r\n|\n|\r/).flatMap((line) => {
    const seen = line.replace(UNSEEN, "");
    const found = [newCommand(line), oldCommand(line), newCommand(seen), oldCommand(seen)].find(Boolean);
    return found ? [found] : [];
  });
}

/** `::name key=value,key=value::data` at the start of a line, behind blanks. */
function newCommand(line: string): WorkflowCommand | undefined {
  const text = line.trimStart();
  const end = text.startsWith("::") ? text.indexOf("::", 2) : -1;
  return end < 0 ? undefined : command(text.slice(2, end), text.slice(end + 2), ",");
}

/** `##[name key=value;key=value]data` anywhere in a line. */
function oldCommand(line: string): WorkflowCommand | undefined {
  const start = line.indexOf("##[");
  const end = start < 0 ? -1 : line.indexOf("]", start);
  return end < 0 ? undefined : command(line.slice(start + 3, end), line.slice(end + 1), ";");
}

function command(info: string, data: string, separator: string): WorkflowCommand | undefined {
  const space = info.indexOf(" ");
  const name = space < 0 ? info : info.slice(0, space);
  if (!COMMANDS.has(name.toLowerCase())) return undefined;
  const pairs = space < 0 ? [] : info.slice(space + 1).split(separator);
  const properties = pairs.flatMap((pair) => {
    const at = pair.indexOf("=");
    return at < 1 ? [] : [[pair.slice(0, at), unescaped(pair.slice(at + 1))] as const];
  });
  return { name, properties: Object.fromEntries(properties), data: unescaped(data) };
}

function unescaped(text: string): string {
  const tokens = { "%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%3B": ";", "%5D": "]", "%25": "%" };
  return Object.entries(tokens).reduce((all, [from, to]) => all.replaceAll(from, to), text);
}
