import { readFileSync, writeFileSync } from "node:fs";
import { expect } from "vitest";

/** `npm run docs` sets it, and the schemas are written instead of compared. */
const UPDATE = process.env.UPDATE_DOCS === "1";

/** Expects that the JSON Schema which is shipped under that name is this one. */
export function expectShipped(name: string, schema: unknown): void {
  const file = new URL(`../../schema/${name}.json`, import.meta.url);
  if (UPDATE) writeFileSync(file, `${JSON.stringify(schema, null, 2)}\n`);
  else expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(JSON.parse(JSON.stringify(schema)));
}
