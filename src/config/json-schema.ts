import { z } from "zod";
import { configSchema } from "./config.js";

/** What an editor needs to know of a rule. */
export interface DescribedRule {
  readonly id: string;
  readonly summary: string;
}

/** The shape of a configuration as a JSON Schema (draft 7, which editors know best), with a word on every key. */
export function configJsonSchema(rules: readonly DescribedRule[]): Readonly<Record<string, unknown>> {
  const summaries = new Map(rules.map(({ id, summary }) => [id, summary]));
  const schema = configSchema([...summaries.keys()], summaries);
  const { $schema, ...shape } = z.toJSONSchema(schema, { target: "draft-7", io: "input" });
  return { $schema, title: "The configuration of blockers", ...shape };
}
