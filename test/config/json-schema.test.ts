import { describe, expect, test } from "vitest";
import { configSchema } from "../../src/config/config.js";
import { configJsonSchema } from "../../src/config/json-schema.js";
import { rules } from "../../src/rules/index.js";
import { expectShipped } from "../helpers/shipped-schema.js";

type Schema = Readonly<Record<string, unknown>>;

const schema = configJsonSchema(rules);

function at(path: readonly string[]): Schema {
  return path.reduce<Schema>((node, key) => node[key] as Schema, schema);
}

/** The properties of every mapping in the schema, by their place. */
function properties(node: unknown, path: string): readonly (readonly [string, Schema])[] {
  if (typeof node !== "object" || node === null) return [];
  const own = Object.entries(((node as Schema).properties ?? {}) as Readonly<Record<string, Schema>>);
  return [
    ...own.map(([key, value]) => [`${path}.${key}`, value] as const),
    ...Object.entries(node).flatMap(([key, value]) => properties(value, `${path}.${key}`)),
  ];
}

test("the schema that is shipped is current; npm run docs writes it", () => {
  expectShipped("config", schema);
});

test("every key says what it is for", () => {
  const found = properties(schema, "");
  expect(found.length).toBeGreaterThan(2 * rules.length);
  expect(found.filter(([, { description }]) => typeof description !== "string").map(([path]) => path)).toEqual([]);
});

test("nothing but what is named is allowed, at any depth", () => {
  const open = properties({ properties: { whole: schema } }, "").filter(
    ([, one]) => one.properties !== undefined && one.additionalProperties !== false,
  );
  expect(open.map(([path]) => path)).toEqual([]);
});

describe("editors are told", () => {
  test("the levels of each rule, and what it says", () => {
    expect(at(["properties", "rules", "properties", "mojibake"])).toEqual({
      type: "string",
      enum: ["off", "info", "warning", "error"],
      description: rules.find(({ id }) => id === "mojibake")?.summary,
    });
  });

  test("which columns a table may have", () => {
    const table = at(["properties", "tables", "additionalProperties", "properties", "columns", "items"]);
    expect(table.enum).toEqual(expect.arrayContaining(["key", "status", "report", "percent"]));
  });

  test("no key that the program refuses, and all that it knows", () => {
    const keys = Object.keys(at(["properties"]));
    const refused = configSchema(rules.map(({ id }) => id)).safeParse(
      Object.fromEntries(keys.map((key) => [key, null])),
    );
    expect(refused.error?.issues.map(({ path }) => path[0]).sort()).toEqual(keys.toSorted());
  });
});
