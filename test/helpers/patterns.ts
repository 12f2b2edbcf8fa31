import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const SRC = fileURLToPath(new URL("../../src/", import.meta.url));

/** A regular expression of the source, and where it stands. */
export interface SourcePattern {
  readonly source: string;
  readonly flags: string;
  readonly where: string;
}

/** What a pattern looks for, however often and wherever it begins. */
export function patternName({ source, flags }: Pick<SourcePattern, "source" | "flags">): string {
  return `/${source}/${flags.replaceAll("g", "").replaceAll("y", "")}`;
}

/** The regular expressions that are written as such in the source. */
export function literalPatterns(): SourcePattern[] {
  return readdirSync(SRC, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .sort()
    .flatMap((path) => {
      const found: SourcePattern[] = [];
      const file = ts.createSourceFile(path, readFileSync(SRC + path, "utf8"), ts.ScriptTarget.Latest);
      const visit = (node: ts.Node): void => {
        if (ts.isRegularExpressionLiteral(node)) {
          const end = node.text.lastIndexOf("/");
          const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
          found.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1), where: `${path}:${line}` });
        }
        ts.forEachChild(node, visit);
      };
      visit(file);
      return found;
    });
}

/** The regular expressions that are put together from parts while something runs. */
export async function madePatterns(run: () => Promise<unknown>): Promise<SourcePattern[]> {
  const found: SourcePattern[] = [];
  const whole = globalThis.RegExp;
  globalThis.RegExp = new Proxy(whole, {
    construct(target, [source, flags], asked) {
      const made = Reflect.construct(target, [source, flags], asked === globalThis.RegExp ? target : asked) as RegExp;
      const [, , frame = ""] = (new Error("who").stack ?? "").split("\n").slice(0, 3);
      if (made.source !== "(?:)" && frame.includes("/src/"))
        found.push({ source: made.source, flags: made.flags, where: /src\/[^:)]+:\d+/.exec(frame)?.[0] ?? "" });
      return made;
    },
  });
  try {
    await run();
  } finally {
    globalThis.RegExp = whole;
  }
  return found;
}

/** For each pattern by its name, how long the longest text was that it was tried on while something ran. */
export async function longestTexts(run: () => Promise<unknown>): Promise<ReadonlyMap<string, number>> {
  const lengths = new Map<string, number>();
  const original = RegExp.prototype.exec;
  // Every other method that takes a pattern goes by this one, once it is no longer the engine's own.
  RegExp.prototype.exec = function (text) {
    const name = patternName(this);
    lengths.set(name, Math.max(lengths.get(name) ?? 0, String(text).length));
    return original.call(this, text);
  };
  try {
    await run();
  } finally {
    RegExp.prototype.exec = original;
  }
  return lengths;
}
