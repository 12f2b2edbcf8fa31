// Writes the JSON Schemas of the machine-readable outputs into schema/. Run after a build: npm run docs.
import { mkdirSync, writeFileSync } from "node:fs";
import { jsonSchemas } from "../dist/format/json-schemas.js";

const folder = new URL("../schema/", import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, schema] of Object.entries(jsonSchemas())) {
  writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify(schema, null, 2)}\n`);
}
