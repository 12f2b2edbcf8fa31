import { z } from "zod";

const count = z.int().nonnegative();

/** The output of `blockers doctor --format json`. */
export const doctorOutputSchema = z.strictObject({
  schemaVersion: z.literal(1),
  tool: z.strictObject({ name: z.string(), version: z.string() }),
  inspections: z.array(
    z.strictObject({
      name: z.string(),
      state: z.enum(["ok", "note", "problem"]),
      text: z.string(),
      mend: z.string().nullable(),
    }),
  ),
  summary: z.strictObject({ problems: count, notes: count }),
});

export type DoctorOutput = z.infer<typeof doctorOutputSchema>;
