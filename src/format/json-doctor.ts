import type { Inspection } from "../model/inspection.js";
import type { DoctorOutput } from "./doctor-schema.js";
import { sanitizeJson } from "./sanitize.js";

/** What was looked at as JSON: keys in a fixed order, two spaces, a line end. Never raises. */
export function formatDoctorJson(found: readonly Inspection[], tool: DoctorOutput["tool"]): string {
  const count = (wanted: Inspection["state"]) => found.filter(({ state }) => state === wanted).length;
  const output: DoctorOutput = {
    schemaVersion: 1,
    tool,
    inspections: found.map(({ name, state, text, mend }) => ({ name, state, text, mend: mend ?? null })),
    summary: { problems: count("problem"), notes: count("note") },
  };
  return `${sanitizeJson(JSON.stringify(output, null, 2))}\n`;
}
