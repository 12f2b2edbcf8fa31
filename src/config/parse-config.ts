import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { BlockersError } from "../errors.js";
import { didYouMean } from "./closest.js";
import { type Config, configSchema, SETTINGS } from "./config.js";
import { TABLE_SETTINGS } from "./tables.js";

/** Longer configurations are refused unread. */
export const MAX_CONFIG_BYTES = 256 * 1024;

/** More faults than these are not listed. */
const MAX_LISTED = 5;

type Path = readonly PropertyKey[];

/**
 * The configuration in a YAML or JSON text (JSON is read as the YAML it is), or in its top-level `key`. `file` is
 * only named in errors. Raises a config error with `file:line:column` for bad syntax and for bad content.
 */
export function parseConfig(text: string, file: string, ruleIds: readonly string[], key?: string): Config {
  const lines = new LineCounter();
  const document = readYaml(text, file, lines);
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  const [first] = document.errors;
  if (first) throw new BlockersError("config", `${at(first.pos[0])}: ${firstLine(first.message)}`);

  const whole = plainValue(document, file);
  const value = key === undefined ? whole : (whole as Readonly<Record<string, unknown>>)[key];
  const result = configSchema(ruleIds).safeParse(value ?? {}, { reportInput: true });
  if (result.success) return result.data;

  const prefix = key === undefined ? [] : [key];
  const faults = result.error.issues.flatMap((issue) => describe(issue, ruleIds));
  const located = faults.map((fault) => `${at(offsetOf(document, [...prefix, ...fault.path]))}: ${fault.text}`);
  const [message = `${file}: not a configuration`, ...others] = located;
  throw new BlockersError("config", message, others.slice(0, MAX_LISTED));
}

function readYaml(text: string, file: string, lineCounter: LineCounter): Document {
  try {
    return parseDocument(text, { lineCounter, prettyErrors: false, stringKeys: true, logLevel: "silent" });
  } catch (cause) {
    // Nesting without end exhausts the parser's stack.
    throw new BlockersError("config", `${file}: cannot be read as YAML`, [], { cause });
  }
}

function plainValue(document: Document, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch (cause) {
    throw new BlockersError("config", `${file}: anchors and aliases are not allowed here`, [], { cause });
  }
}

interface Fault {
  readonly path: Path;
  readonly text: string;
}

function describe(issue: z.core.$ZodIssue, ruleIds: readonly string[]): readonly Fault[] {
  const { path } = issue;
  switch (issue.code) {
    case "unrecognized_keys": {
      const rules = path[0] === "rules";
      const known = rules ? ruleIds : path[0] === "tables" ? TABLE_SETTINGS : SETTINGS;
      return issue.keys.map((key) => ({
        path: [...path, key],
        text: `there is no ${rules ? "rule" : "setting"} "${key}"${didYouMean(key, known)}`,
      }));
    }
    case "invalid_value":
      return [{ path, text: `${name(path)} must be one of ${issue.values.join(", ")}${guess(issue)}` }];
    case "invalid_type":
      return [{ path, text: `${name(path)} must be ${EXPECTED[issue.expected] ?? issue.expected}` }];
    case "invalid_key":
      return issue.issues.map(({ message }) => ({ path, text: `${name(path)}: ${message}` }));
    case "custom":
      return [{ path, text: issue.message }];
    default:
      return [{ path, text: `${name(path)}: ${issue.message}` }];
  }
}

const EXPECTED: Readonly<Record<string, string>> = {
  array: "a list",
  object: "a mapping",
  record: "a mapping",
  string: "a text",
};

function name(path: Path): string {
  const last = path.findLast((part) => typeof part === "string");
  return last === undefined ? "the configuration" : `"${String(last)}"`;
}

function guess(issue: { readonly input?: unknown; readonly values: readonly unknown[] }): string {
  return typeof issue.input === "string" ? didYouMean(issue.input, issue.values.map(String)) : "";
}

/** Where the node of a path starts; for a mapping's entry, where its key starts. */
function offsetOf(document: Document, path: Path): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === part);
      offset = startOf(pair?.key) ?? offset;
      node = pair?.value;
    } else {
      node = isNode(node) && "get" in node && typeof node.get === "function" ? node.get(part, true) : undefined;
      offset = startOf(node) ?? offset;
    }
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

function firstLine(message: string): string {
  return message.split("\n", 1)[0] ?? message;
}
