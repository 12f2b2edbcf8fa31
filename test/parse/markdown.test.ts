import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseMarkdown } from "../../src/parse/markdown.js";
import { firstDifference } from "../helpers/markdown-trees.js";
import { parseWithRemark } from "../helpers/remark.js";

const difference = (text: string): string | undefined => firstDifference(parseMarkdown(text), parseWithRemark(text));

function markdownBelow(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names
    .filter((name) => name.endsWith(".md") && !name.includes("node_modules"))
    .map((name) => join(folder, name));
}

const withoutMark = (path: string): string => readFileSync(path, "utf8").replace(/^\uFEFF/, "");

/** What documents are made of that are hard to read: each line is here for a rule that another one bends. */
const ATOMS = [
  ..."ab*_`~#>|-+=.:!()[]{}\\&<\"'0 \t\n\r\né—…\u00a0",
  ...["**", "***", "__", "``", "```", "~~~", "![", "](", "[x]", "[ ]", "[a]", "[a]: b", '[foo]: <x> "t"', "😀", "foo"],
  ...["<b>", "</b>", "<div>", "</div>", "<!--", "-->", "<?", "?>", "<!A", "<![CDATA[", "]]>", "<pre>", "</pre>"],
  ...["<http://x.y>", "<a@b.c>", '<a href="x">', "<a b=c", "/>", "\\|", "\\*", "&amp;", "&#65;", "&bogus;", "&copy"],
  ...["|-|", "|---|:-:|", "| a | b |", "\n| b |", "\n|-|\n", "- ", "* ", "+ ", "1. ", "2) ", "10. ", "> ", "# ", "## "],
  ...[
    "###### x #",
    "===",
    "---",
    "***",
    "- - -",
    "  ",
    "    ",
    "   ",
    "\n\n",
    "\r\n",
    "\n> ",
    "\n- ",
    "\n  ",
    "\n    ",
  ],
  ...[
    "\n\t",
    "\n1. ",
    "\n```\n",
    "\n---\n",
    "\n===\n",
    "+++",
    "---\n",
    "a: b\n",
    "- [ ] ",
    "- [x] ",
    "\n\n  ",
    "\n   - ",
  ],
];

const nasty = fc.array(fc.constantFrom(...ATOMS), { minLength: 1, maxLength: 40 }).map((atoms) => atoms.join(""));

test("a document is read as remark reads it, whatever it holds", () => {
  fc.assert(
    fc.property(nasty, (text) => {
      expect(difference(text)).toBeUndefined();
    }),
    { numRuns: 2000 },
  );
}, 120_000);

describe("the rules that are easy to get wrong", () => {
  test.each([
    ["an empty document", ""],
    ["front matter", "---\na: b\n---\n\n# T\n"],
    ["front matter that never ends", "---\na: b\n\n- x\n> y\n"],
    ["a paragraph that goes on without its mark", "> a\nb\n\n> - c\nd\n"],
    ["what a quotation ends before", "> - a\n>\n> b\n\n> - a\n> > b\n"],
    ["a fence that its container ends", "- ```\n  foo\n\n- b\n\n> ~~~\nb\n"],
    ["loose and tight lists", "- a\n\n- b\n  - c\n\n    d\n- e\n"],
    ["tabs in containers", "- a\n\n\t\tb\n\n>\t\tc\n"],
    ["a task whose text is below its box", "- [x]\n  foo\n- [ ] \n  bar\n- [x] *b*\n"],
    ["a table that ends a paragraph", "a\n|b|\n|-|\n| `x\\|y` | c |\nd\n\n"],
    ["HTML that ends a quoted list's paragraph", "- a\n  - b\n</e>\n\n---\n"],
    ["a heading below definitions", "[a]: b\nc\n===\n[a] [x][A] ![*y*][a]\n"],
    ["emphasis by the rule of three", "*a**b*c** ***d** e* **f*g*\n"],
    ["links in links", "[a [b](c) d](e) ![f ![g](h) i](j)\n"],
    ["breaks in containers", "> a  \n> b\\\n> `c\n> *d*\n"],
    ["a code span that ends in part of a tab", "1. \n\t`\r|\n\t`"],
    ["Windows line ends", "# a\r\n\r\n- [ ] b  \r\n  c\r\n\r\n```js x\r\nd\r\n```\r\n"],
    ["code spans over Windows line ends", "`\r\na\r\n` `` b\r\nc `` `\r\n`\r\n"],
    ["front matter of TOML, and an empty one", "+++\na = 1\n+++\n\nb\n"],
    ["front matter without a line", "---\n---\n\nb\n"],
    [
      "addresses with parentheses and escapes",
      "[a](b(c)d) [e](f\\(g) [h](i(j) [k](<l m>) [n](<o\\>p>) [q](<r\\s>) [t](<u\nv>)\n",
    ],
    ["titles of all kinds", '[a](b \'c\') [d](e (f)) [g](h "i\\"j") [k](l (m\\)n)) [o](p "") [q](r "s) [t](u "v)\n'],
    ["links without an address", '[a]() ![b](<>) [c]( ) [d](\n) [e](f g) [h](i "j" k)\n'],
    ["references of all kinds", "[a]: b\n\n[a] [a][] [c][a] [a][c] [a][ [d][e][a] ![a][] [a][b\n"],
    ["labels with brackets and escapes", "[a\\]b]: c\n[d\\]: e\n[f[g]: h\n\n[a\\]b] [d\\] [f[g] [a][b[c] [a][\\]\n"],
    ["a reference that a line end parts", "> [a]: b\n\n> [a][c\n> d] [a\n> ]\n"],
    ["images in links in images", "[a]: b\n\n![c [d][a] ![e](f)](g) [h ![i](j) [k](l)](m) [n [o](p) q](r)\n"],
    ["emphasis that is left over", "*a **b* c** **d *e** f* ***g** h* _i__j_k __l_m__ *n\n"],
    ["emphasis between emphasis", "**a***b* *c***d** ****e**** *(*f*)* *a _b* c_ *\u00a0g*\n"],
    ["character references", "&#0; &#xD800; &#x41; &#xfF; &#1; &#127; &#x110000; &#99999999; &amp &;\n"],
    ["HTML that is cut short", "a <!- b> <! c> <![CDAT[d]]> <?e <!-- f <g h= > <i j=k <l /m> </> </n o> <p/q>\n"],
    ["HTML with attributes", "a <b c='d' e=\"f\" g=h:i j:k _l .m> <n o=/p> <q r=> <s t/> <u v='w'x>\n"],
    ["an HTML block of each kind", "<!X y>\n\n<![CDATA[\nz\n\n]] ]]]>\n\n<pre>a\n\n</div></pre>\n\n<?b\n\n?>\nc\n"],
    [
      "what starts no HTML block",
      "<!\n\n<!-\n\n<![CDAT\n\n<!1\n\n<div/x\n\n<a b=>\n\n<a b='c>\n\n<a b=`c>\n\n</a b>\n",
    ],
    ["HTML blocks with one tag alone", "<a b=c d = 'e' f/>\n\n</g >\n\n<h i=j> k\n\n<l-m :n _o=\"p\">\nq\n\nr\n<s>\n"],
    ["names of tags that are too long for any", `<${"a".repeat(80)}>\nb\n\n<address/>\nc\n`],
    ["addresses in angles", "<a:b> <ab:c d> <a@b> <a@b-c.d> <a@-b> <a@b-> <a@b_c> <ab:> <a+b.c-d:e> <@a>\n"],
    [
      "columns of every alignment",
      "|a|b|c|d|\n|:-|-:|:-:|-|\n|e|\n|f|g|h|i|j|\n\n|a|\n|-|-|\n\n| k\\\\|l`|`\\|\n|-|-|-|\n",
    ],
    ["a table in a quotation, and one that it ends", "> |a|\n> |-|\n> |b|\n|c|\n\n> d\n|e|\n|-|\n"],
    ["headings that are none", "#\n\n#a\n\n####### b\n\n## c ## d ##\n\n### \\#\n\na\n  ===  =\n"],
    ["tabs before code and in it", "\ta\n\n- \tb\n\n\t\tc\n\n>\t\td\n\n 1.\t e\n\n<f>\n\tg\n"],
    ["HTML indented by a tab in a list", "- a\n\n  b <c\n\td>\n\n- <!-- e\n\tf -->\n"],
  ])("%s", (_, text) => {
    expect(difference(text)).toBeUndefined();
  });
});

test("the reports of the fixtures are read as remark reads them", () => {
  const found = markdownBelow("fixtures").flatMap((path) => difference(withoutMark(path)) ?? []);
  expect(found).toEqual([]);
});

/** Folders of real files, separated by colons: too many to be part of the repository. */
const REAL = (process.env.BLOCKERS_MARKDOWN ?? "").split(":").filter((folder) => folder !== "" && existsSync(folder));

test.skipIf(REAL.length === 0)(
  "real files are read as remark reads them",
  () => {
    const found: string[] = [];
    for (const path of REAL.flatMap(markdownBelow)) {
      const text = withoutMark(path);
      // Remark takes minutes for more.
      if (text.length > 400_000 || text.includes("\0")) continue;
      const where = difference(text);
      if (where) found.push(`${path}: ${where}`);
    }
    expect(found).toEqual([]);
  },
  3_600_000,
);
