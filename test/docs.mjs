// Writes what follows from the code: the table of rules in README.md, and the schema of the configuration for editors.
// Run after a build: npm run docs.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { configJsonSchema } from "../dist/config/json-schema.js";
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

const schemas = new URL("../schema/", import.meta.url);
mkdirSync(schemas, { recursive: true });
writeFileSync(new URL("config.json", schemas), `${JSON.stringify(configJsonSchema(rules), null, 2)}\n`);
