import { type Document, isCollection, isMap, isNode, isPair, isScalar, LineCounter, type Scalar } from "yaml";
import type { z } from "zod";
import { BlockersError } from "../errors.js";
import { didYouMean } from "../model/closest.js";
import { type Config, configSchema } from "./config.js";
import { readYaml } from "./read-yaml.js";
import { keysAt } from "./schema-keys.js";

/** More faults than these are not listed. */
const MAX_LISTED = 5;

type Path = readonly PropertyKey[];

/**
 * The configuration in a YAML or JSON text (JSON is read as the YAML it is), or in its top-level `key`. `file` is
 * only named in errors. Raises a config error with `file:line:column` for bad syntax and for bad content.
 */
export function parseConfig(text: string, file: string, ruleIds: readonly string[], key?: string): Config {
  const lines = new LineCounter();
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  const document = readYaml(text, lines, { stringKeys: true });
  if (!document) throw new BlockersError("config", `${file}: is nested too deeply to be read`);
  const repeated = repeatedKey(document.contents);
  const [first] = document.errors;
  if (first) throw new BlockersError("config", `${at(first.pos[0])}: ${firstLine(first.message)}`);
  if (repeated) {
    throw new BlockersError("config", `${at(startOf(repeated) ?? 0)}: the key "${repeated.value}" is there twice`);
  }

  const whole = plainValue(document, file);
  const value = key === undefined ? whole : (whole as Readonly<Record<string, unknown>>)[key];
  const schema = configSchema(ruleIds);
  const result = schema.safeParse(value ?? {}, { reportInput: true });
  if (result.success) return result.data;

  const prefix = key === undefined ? [] : [key];
  const faults = result.error.issues.slice(0, 1 + MAX_LISTED).flatMap((issue) => describe(issue, schema));
  const [message = `${file}: not a configuration`, ...others] = faults
    .slice(0, 1 + MAX_LISTED)
    .map((fault) => `${at(offsetOf(document, [...prefix, ...fault.path]))}: ${fault.text}`);
  throw new BlockersError("config", message, others);
}

/** The first key that stands twice in one mapping. */
function repeatedKey(node: unknown): Scalar | undefined {
  if (!isCollection(node)) return undefined;
  const seen = new Set<unknown>();
  for (const item of node.items) {
    const key = isPair(item) && isScalar(item.key) ? item.key : undefined;
    if (key && seen.has(key.value)) return key;
    if (key) seen.add(key.value);
    const below = repeatedKey(isPair(item) ? item.value : item);
    if (below) return below;
  }
  return undefined;
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

function describe(issue: z.core.$ZodIssue, schema: z.ZodType): readonly Fault[] {
  const { path } = issue;
  switch (issue.code) {
    case "unrecognized_keys": {
      const known = keysAt(schema, path);
      const what = path.at(-1) === "rules" ? "rule" : "setting";
      return issue.keys.slice(0, 1 + MAX_LISTED).map((key) => ({
        path: [...path, key],
        text: `there is no ${what} "${key}"${didYouMean(key, known)}`,
      }));
    }
    case "too_big":
    case "too_small":
      return [{ path, text: `${name(path)}${boundFault(issue)}` }];
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
  int: "a whole number",
  number: "a number",
  object: "a mapping",
  record: "a mapping",
  string: "a text",
};

/** "may have at most 10 entries"; a bound that says itself what is wrong keeps its words. */
function boundFault(issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall): string {
  const zods = issue.message.startsWith("Too ");
  if (!zods) return `: ${issue.message}`;
  if (issue.code === "too_small" && issue.minimum === 1 && issue.origin in UNITS) return " must not be empty";
  const big = issue.code === "too_big";
  const limit = big ? `at most ${issue.maximum}` : `at least ${issue.minimum}`;
  const unit = UNITS[issue.origin];
  return unit === undefined ? ` must be ${limit}` : ` ${big ? "may" : "must"} have ${limit} ${unit}`;
}

const UNITS: Readonly<Record<string, string>> = { array: "entries", record: "entries", string: "characters" };

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
