// Writes what follows from the code: the tables of README.md, and the JSON Schemas in schema/. Run after a build: npm run docs.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { configJsonSchema } from "../dist/config/json-schema.js";
import { jsonSchemas } from "../dist/format/json-schemas.js";
import { rules } from "../dist/rules/index.js";

const folder = new URL("../schema/", import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, schema] of Object.entries({ ...jsonSchemas(), config: configJsonSchema(rules) })) {
  writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify(schema, null, 2)}\n`);
}

const { status } = spawnSync("npx", ["vitest", "run", "--dir", "test", "test/readme.test.ts"], {
  env: { ...process.env, UPDATE_README: "1" },
  stdio: "inherit",
  shell: process.platform === "win32",
});
process.exitCode = status ?? 2;
