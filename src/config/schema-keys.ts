import { z } from "zod";

/** The keys that a mapping at that place of a shape may have; none where there is no such mapping, or any key may stand in it. */
export function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly string[] {
  const place = path.reduce<z.core.$ZodType | undefined>((at, part) => at && inside(bare(at), part), schema);
  const mapping = place && bare(place);
  return mapping instanceof z.ZodObject ? Object.keys(mapping.shape) : [];
}

function bare(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodOptional ? bare(schema.unwrap()) : schema;
}

function inside(schema: z.core.$ZodType, part: PropertyKey): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodArray) return schema.element;
  if (schema instanceof z.ZodRecord) return schema.valueType;
  if (!(schema instanceof z.ZodObject)) return undefined;
  return new Map<PropertyKey, z.core.$ZodType>(Object.entries(schema.shape)).get(part);
}
