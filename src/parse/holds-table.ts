import type { SourceText } from "../model/source-text.js";
import { namesMarker } from "./names-marker.js";
import { parseReport } from "./parse-report.js";

/** Whether a text has a generated table, or a marker that was meant for one; only a text that names markers is parsed. */
export function holdsTable(source: SourceText): boolean {
  if (!namesMarker(source.text)) return false;
  try {
    const { generated, damage } = parseReport(source);
    return generated.length > 0 || damage.some(({ kind }) => kind === "table-marker");
  } catch {
    // Whoever reads it for its own sake says why it cannot be read.
    return false;
  }
}
