import { z } from "zod";
import { checkLineSchema, checkOutputSchema, statusOutputSchema } from "./schema.js";

interface Published {
  readonly schema: z.ZodType;
  readonly title: string;
}

const PUBLISHED: Readonly<Record<string, Published>> = {
  check: { schema: checkOutputSchema, title: "blockers check --format json" },
  "check-line": { schema: checkLineSchema, title: "A line of blockers check --format jsonl" },
  status: { schema: statusOutputSchema, title: "blockers status --format json" },
};

/**
 * The machine-readable outputs as JSON Schema, by the name of the file that each is shipped in. Members may be added in
 * later versions, so that the schemas allow them.
 */
export function jsonSchemas(): Readonly<Record<string, object>> {
  return Object.fromEntries(
    Object.entries(PUBLISHED).map(([name, { schema, title }]) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, {
        override: ({ jsonSchema }) => {
          if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
          // No number of lines or findings comes near it.
          if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
        },
      });
      return [name, { $schema, title, ...rest }];
    }),
  );
}
