import type { Diagnostic, FileResult } from "../../src/model/diagnostic.js";
import { diagnostic, result } from "../format/samples.js";

/** What the runner of GitHub Actions would take for a command, by itself or in another place of the line. */
export const COMMANDS: readonly string[] = [
  ...[
    "debug",
    "group",
    "endgroup",
    "save-state name=a",
    "add-matcher",
    "echo",
    "set-output name=a",
    "stop-commands",
  ].flatMap((name) => [`::${name}::x`, `##[${name}]x`, `\n::${name}::x`]),
  ...[
    "##[error]x",
    "##[group]##[endgroup]",
    "##[ADD-MASK]x",
    "x##[add-path]/x",
    "#\u{200b}#[warning]x",
    "##[warning file=a;line=1]x",
  ],
  ...[
    "::WARNING::x",
    "\u{feff}::notice::x",
    "\u{2003}::error::x",
    "\u{0}::error::x",
    ":\u{7f}:error::x",
    "\u{85}::error::x",
  ],
  "##[stop-commands]x",
  "text ##[add-mask]1",
  "#\u{200d}#\u{ad}[error]x",
  "::error::x",
  " \t::set-env name=A::b",
  "\u{a0}::add-path::x",
  "\u{200d}:\u{200c}:error::x",
  "%0A::error::x",
  "a\n::error::x",
  "a\r::error::x",
  "a\u{2028}::error::x",
  "a,line=1::error::x",
  "a]b;c=d",
];

/** What markdown, HTML or XML would take for more than text. */
export const MARKUP: readonly string[] = [
  "</details><details>",
  "<img src=x onerror=y>",
  "<!-- comment",
  "-->",
  "]]>",
  "<![CDATA[x]]>",
  "&amp;&#10;&unknown;",
  "a | b \\| c",
  "`one` ``two``` `",
  "`",
  "@team @user",
  "#1 GH-2 owner/name#3",
  "![](http://example.invalid/x.png)",
  "[click](javascript:alert(1))",
  "[click](1)",
  "www.example.invalid http://example.invalid",
  "# heading",
  "- [x] box",
  "***strong***",
  "{0} {name}",
  ...["<script>x</script>", "<a href=x>y</a>", "<b>", "</table>", "<br/>", "<?php x ?>", "<!DOCTYPE x>", "<![CDATA["],
  ...["```", "``` ```", "~~~", "`` ` ``", "\\`", "\\", "\\|", "||", "| --- |", "|x|y|"],
  ...["[x][y]", "[x]: http://example.invalid", "<http://example.invalid>", "[^1]", "![x][y]", "mail@example.invalid"],
  ...["$x$", ":rocket:", "**", "~~x~~", "_x_", "&lt;b&gt;", "1. x", "> x", "---", "===", "    x"],
];

const CHARACTERS = [
  "\u{1b}[31mred\u{1b}]8;;x\u{7}",
  "\u{0}\u{8}\u{b}\u{c}\u{7f}\u{85}\u{9b}31m",
  "\u{d800} lone \u{dc80}",
  "\u{fffe}\u{ffff}\u{feff}",
  "\u{202e}turned\u{202c}",
  "",
  " ",
  "😀 é 漢字",
];

const PATHS = [
  "../../etc/passwd",
  "/etc/passwd",
  "C:/Windows/x.md",
  "./a/./b/../c.md",
  "a b/100%/c#d?e=f.md",
  "%2e%2e/x.md",
  "file:///etc/passwd",
  "a\\b.md",
  "..",
  "//host/share.md",
  "javascript:x.md",
];

/** What somebody may put into a report, a path, a branch or a commit, to be more than text where it is shown. */
export const HOSTILE: readonly string[] = [...COMMANDS, ...MARKUP, ...CHARACTERS, ...PATHS];

/** Results that hold a text wherever text of a report, a path or git may stand. */
export function resultsWith(text: string): readonly FileResult[] {
  const one: Diagnostic = diagnostic({
    message: `"${text}" does not match: ${text}`,
    ...{ stated: text, computed: text, derivation: text, proof: text },
    related: [{ line: 1, text }],
    fix: {
      title: text,
      safety: "safe",
      edits: [{ range: { start: 0, end: Math.min(3, text.length) }, expected: text.slice(0, 3), newText: text }],
    },
  });
  const bare: Diagnostic = diagnostic({ message: text || "x", severity: "warning", changesConclusion: true });
  const told: Diagnostic = diagnostic({
    message: "plain",
    severity: "info",
    line: 2,
    endLine: 2,
    column: 1,
    endColumn: 1,
  });
  const coverage = { claims: 3, consistent: 0, contradicted: 2, cannotTell: 1, reasons: { "no-subject": 1 } };
  const items = [{ key: text, title: text, status: text, percent: null, line: 1 }];
  return [
    result({
      ...{ path: text || "x", repositoryPath: text, items, coverage, notes: [text] },
      ...{ lines: [text, text], lineStarts: [0, text.length + 1] },
      diagnostics: [one, bare, told],
    }),
    result({ path: text, repositoryPath: text }),
  ];
}
