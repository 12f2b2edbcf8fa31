// Puts a pattern that is tried in a narrow form where a text allows it in place of each regular expression with a class of all
// letters, marks or figures: compiling one of these takes a millisecond, and a short run met a hundred. One that matches only
// where there is one of some words is not even compiled before there is, which is so with most of them in most reports.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAst } from "rolldown/parseAst";
import { transformSync } from "rolldown/utils";
import { neededWords } from "./needed-words.mjs";

const CLASSES = /\\p\{(?:L|M|N|Lu|Ll)\}/;
const MODULE = "src/lex/letter-pattern.ts";
/** Where reports are read and judged, but for what that module is made of itself, and what is needed before it. */
const WHERE = /^src\/(?:claims|edit|evidence|fix|lex|lint|merge|parse|readiness|rules)\//;
const BELOW = /^src\/(?:lex\/(?:facts|letter-pattern|narrowed|vocabulary\/.*)\.ts|parse\/signs\/)/;
/** Methods that begin at the start of a text, wherever a pattern was left before. */
const FROM_START = new Set(["match", "matchAll", "replace", "replaceAll", "search", "split"]);

/** The plugin, for the modules of src; `pathOf` gives the path of a module from `root`. */
export async function narrowLetters(root, pathOf) {
  const { code: narrowing } = transformSync("narrowed.ts", readFileSync(join(root, "src/lex/narrowed.ts"), "utf8"));
  const { narrowed } = await import(`data:text/javascript,${encodeURIComponent(narrowing)}`);
  return {
    name: "narrow-letters",
    transform(code, id, { magicString }) {
      const path = pathOf(id);
      if (!WHERE.test(path) || BELOW.test(path)) return null;
      const found = [];
      collect(parseAst(code, { lang: "ts" }), [], found);
      if (found.length === 0) return null;
      const made = found.map(({ start, end, regex: { pattern, flags } }, index) => {
        magicString.overwrite(start, end, `letters$${index}`);
        const narrow = CLASSES.test(pattern) ? narrowed(pattern) : undefined;
        const args = [pattern, flags, narrow, neededWords(pattern)?.join("|")].map(
          (one) => JSON.stringify(one) ?? "void 0",
        );
        return `const letters$${index} = new LetterPattern$(${args.join(", ")});`;
      });
      const from = JSON.stringify(join(root, MODULE));
      magicString.prepend(`import { LetterPattern as LetterPattern$ } from ${from};\n${made.join("\n")}\n`);
      return { code: magicString };
    },
  };
}

/** The literals below a node that can be made once and for all. */
function collect(node, above, found) {
  if (node.regex && isDear(node.regex) && isMadeOnce(node, above)) found.push(node);
  for (const key in node) {
    const value = node[key];
    for (const child of Array.isArray(value) ? value : [value])
      if (typeof child?.type === "string") collect(child, [node, ...above], found);
  }
}

function isDear({ pattern, flags }) {
  return CLASSES.test(pattern) || (flags.includes("i") && neededWords(pattern) !== undefined);
}

/** Not where each run of a function begins with a fresh one that remembers how far it went. */
function isMadeOnce({ regex: { flags } }, above) {
  if (!/[gy]/.test(flags) || !above.some(({ type }) => /Function|PropertyDefinition/.test(type))) return true;
  const [{ type, callee }] = above;
  return type === "CallExpression" && FROM_START.has(callee.property?.name);
}
