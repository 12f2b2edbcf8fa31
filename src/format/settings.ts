import { sanitize, sanitizeJson } from "./sanitize.js";

/** A setting, and who says so. One without a value is a comment, and `remark` says what holds. */
export interface Setting {
  readonly key: string;
  readonly value: unknown;
  readonly source: string;
  readonly remark?: string | undefined;
  /** In the place of a value: a mapping whose entries have sources of their own. */
  readonly entries?: readonly Setting[];
}

/** Settings as YAML that reads as what it was made of, with a comment on where each comes from. Ends in a line end. */
export function formatSettings(title: readonly string[], settings: readonly Setting[]): string {
  const lines = [...title.map(comment), ...settings.flatMap((setting) => writeSetting(setting, ""))];
  return `${lines.join("\n")}\n`;
}

function writeSetting({ key, value, source, remark, entries }: Setting, indent: string): readonly string[] {
  const start = `${indent}${plainOrQuoted(key)}:`;
  const from = comment(source);
  if (entries) {
    // Comments alone would make it a mapping of nothing.
    const empty = entries.every((entry) => entry.value === undefined) ? " {}" : "";
    return [`${start}${empty}`, ...entries.flatMap((entry) => writeSetting(entry, `${indent}  `))];
  }
  if (value === undefined) return [`${indent}# ${sanitize(`${key}: ${remark ?? ""}`)}  ${from}`];
  if (Array.isArray(value) && value.length > 1) {
    return [`${start}  ${from}`, ...value.map((one) => `${indent}  - ${inline(one)}`)];
  }
  if (!isMapping(value) || Object.keys(value).length === 0) return [`${start} ${inline(value)}  ${from}`];
  const pairs = Object.entries(value).map(([name, one]) => `${indent}  ${plainOrQuoted(name)}: ${inline(one)}`);
  return [`${start}  ${from}`, ...pairs];
}

function comment(text: string): string {
  return `# ${sanitize(text)}`;
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** On one line; JSON is YAML, but for words that need no quotes. */
function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(", ")}]`;
  if (!isMapping(value)) return typeof value === "string" ? plainOrQuoted(value) : JSON.stringify(value);
  const pairs = Object.entries(value).filter(([, one]) => one !== undefined);
  return pairs.length === 0
    ? "{}"
    : `{ ${pairs.map(([key, one]) => `${plainOrQuoted(key)}: ${inline(one)}`).join(", ")} }`;
}

const PLAIN = /^[A-Za-z][\w-]*$/;

/** Words that some reader of YAML takes for a truth value or for nothing; "off" is one, and a level that is written so. */
const NO_WORDS = /^(?:y|n|yes|no|on|true|false|null|nan|inf)$/i;

function plainOrQuoted(text: string): string {
  return PLAIN.test(text) && !NO_WORDS.test(text) ? text : sanitizeJson(JSON.stringify(text));
}
