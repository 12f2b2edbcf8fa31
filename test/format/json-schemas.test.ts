import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { formatCheckJson } from "../../src/format/json-check.js";
import { jsonSchemas } from "../../src/format/json-schemas.js";
import { formatStatusJson } from "../../src/format/json-status.js";
import { formatJsonLines } from "../../src/format/jsonl.js";
import { resultsWith } from "../helpers/hostile.js";
import { expectShipped } from "../helpers/shipped-schema.js";
import { readiness, result, row } from "./samples.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const tool = { name: "blockers", version: "0.1.0" };
const shipped = (name: string) => JSON.parse(readFileSync(`${ROOT}schema/${name}.json`, "utf8"));
const example = (name: string) => readFileSync(`${ROOT}fixtures/formats/expected/${name}`, "utf8");

function refused(name: string, value: unknown): string {
  const ajv = new Ajv2020({ allErrors: true });
  return ajv.validate(shipped(name), value) ? "" : ajv.errorsText(ajv.errors);
}

test.each(Object.entries(jsonSchemas()))("schema/%s.json is what npm run docs writes", (name, schema) => {
  expectShipped(name, schema);
});

test("what check prints is as its schema says", () => {
  for (const text of [example("check.json"), formatCheckJson(resultsWith("x"), tool), formatCheckJson([], tool)])
    expect(refused("check", JSON.parse(text))).toBe("");
});

test("every line of jsonl is as its schema says", () => {
  const lines = [example("check.jsonl"), formatJsonLines(resultsWith("x"), tool)].flatMap((t) =>
    t.trimEnd().split("\n"),
  );
  for (const line of lines) expect(refused("check-line", JSON.parse(line))).toBe("");
});

test("what status prints is as its schema says", () => {
  const rows = [row("#1", "Cranes", { percent: 95, commits: { found: 1, cited: 2 } })];
  const text = formatStatusJson([readiness({ rows, done: 1, total: 1 }), readiness()]);
  expect(refused("status", JSON.parse(text))).toBe("");
});

test("a schema refuses what lacks something, and takes what later versions may add", () => {
  const whole = JSON.parse(formatCheckJson([result()], tool));
  expect(refused("check", { ...whole, files: [{ path: "a.md" }] })).not.toBe("");
  expect(refused("check", { ...whole, schemaVersion: 2 })).not.toBe("");
  expect(refused("check", { ...whole, more: true })).toBe("");
});

test("the schemas can be loaded from the package", () => {
  const load = createRequire(`${ROOT}package.json`);
  expect(load("blockers/schema/check.json")).toEqual(shipped("check"));
});
