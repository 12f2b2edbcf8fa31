// Writes the table of rules into README.md from the rules themselves. Run after a build: npm run docs.
import { readFileSync, writeFileSync } from "node:fs";
import { rules } from "../dist/rules/index.js";

const file = new URL("../README.md", import.meta.url);
const cell = (text) => text.replaceAll("|", "\\|");
const rows = rules.map(
  (r) =>
    `| [\`${r.id}\`](src/rules/${r.id}.ts) | ${cell(r.summary)} | ${r.severity}${r.onByDefault === false ? " (off)" : ""} | ${r.git ? "yes" : ""} |`,
);
const table = ["| rule | says | at most | needs git |", "|---|---|---|---|", ...rows].join("\n");
const readme = readFileSync(file, "utf8");
writeFileSync(file, readme.replace(/(<!-- rules:begin -->\n)[\s\S]*?(<!-- rules:end -->)/, `$1${table}\n$2`));
