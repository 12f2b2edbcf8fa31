import type { TotalClaim } from "../model/claim.js";
import type { Quantity } from "../model/quantity.js";
import type { Report, Table } from "../model/report.js";
import { cellFigures } from "./cells.js";

const WEIGHT = /^(?:weight(?:ing|age)?|gewicht(?:ung)?|poids|peso|вес|权重|重み|가중치)(?:\s*\(?%\)?)?$/iu;
/** Sums this far from 100% are no weights of one whole, in points. */
const NEAR = 30;

/** Weights in percent add up to 100; stated by the column itself, whether or not a row says so. */
export function weightClaims(report: Report): TotalClaim[] {
  return report.blocks.flatMap((b) => (b.kind === "table" && !b.quoted ? (weights(b) ?? []) : []));
}

function weights(table: Table): TotalClaim | undefined {
  const at = table.header.findIndex((h) => WEIGHT.test(h.text.value.trim()));
  const header = table.header[at];
  if (!header) return undefined;
  const rows = table.rows.filter((r) => !r.total);
  const parts = rows.map((r) => r.cells[at]).map((c) => (c ? cellFigures(c)?.first : undefined));
  const known = parts.filter((p) => p?.percent === true && p.quantity.bound === "exact" && !p.quantity.approximate);
  if (known.length < 3 || known.length < rows.length) return undefined;
  const sum = known.reduce((n, p) => n + (p?.quantity.low ?? 0), 0);
  if (Math.abs(sum - 100) > NEAR || known.every((p) => p?.quantity.low === known[0]?.quantity.low)) return undefined;
  const whole: Quantity = {
    low: 100,
    high: 100,
    approximate: false,
    bound: "exact",
    sign: "",
    decimals: 0,
    unit: "%",
    raw: "100%",
  };
  return {
    kind: "total",
    unit: header,
    range: header.range,
    raw: "100%",
    quantity: whole,
    sums: [
      {
        parts: known.flatMap((p) => (p ? [{ quantity: p.quantity, range: p.range }] : [])),
        what: `the weights under "${header.text.value}"`,
        complete: true,
      },
    ],
  };
}
