import { type FixedReport, fixReports } from "../../src/fix/fix-reports.js";
import type { Choice } from "../../src/fix/passes.js";
import { type CheckOptions, checkReports } from "../../src/lint/check-reports.js";
import { readReport } from "./check-text.js";

/** Fixes one text without git, by its safe fixes or by all. */
export async function fixText(
  content: Uint8Array | string,
  { unsafe = false, choose, ...options }: CheckOptions & { readonly unsafe?: boolean; readonly choose?: Choice } = {},
): Promise<FixedReport> {
  const safe: Choice = async (_, found) => ({
    chosen: found.filter(({ fix }) => fix && (unsafe || fix.safety === "safe")),
  });
  const checked = await checkReports([readReport(content)], options);
  const [result] = await fixReports(checked, choose ?? safe, (reports) => checkReports(reports, options));
  if (!result) throw new Error("nothing was fixed, and nothing left alone");
  return result;
}
