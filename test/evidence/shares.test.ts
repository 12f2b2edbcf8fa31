import { expect, test } from "vitest";
import { extractClaims } from "../../src/claims/extract-claims.js";
import { judgeFraction } from "../../src/evidence/fractions.js";
import { parseReport } from "../../src/parse/parse-report.js";
import { decode } from "../../src/source/decode.js";

test("shares of one size are held against the same list of ways, however many there are", () => {
  const part = (at: number) =>
    `## Part ${at} (3/4)\n\n- [x] Plan ${at}\n- [ ] Build ${at}\n- [x] Try ${at}\n- [ ] Tell ${at}\n`;
  const text = `# Launch\n\n${[1, 2, 3].map(part).join("\n")}`;
  const report = parseReport(decode(new TextEncoder().encode(text), "STATUS.md"));
  const shares = extractClaims(report).flatMap((claim) => (claim.kind === "fraction" ? [claim] : []));
  const ways = new Set(shares.map((claim) => judgeFraction(claim, report).ways));
  expect(shares).toHaveLength(3);
  expect(ways.size).toBe(1);
});
