import type { Result, Row } from "./results.js";

const HEADS = ["what", "measured", "min-max", "time", "CPU", "memory", "target", "", ""] as const;

/** A figure with three digits that count. */
export function digits(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString("en-GB");
  return value >= 10 ? value.toFixed(1) : value.toFixed(value >= 0.1 ? 2 : 3);
}

/** The cells of a row, in the order of the heads. */
function cellsOf({ what, unit, measured, target, met, wallMs, cpuMs, rssMb, note }: Row): readonly string[] {
  return [
    what,
    measured === null ? "-" : `${digits(measured.median)} ${unit}`,
    measured === null || measured.runs === 1 ? "" : `${digits(measured.min)}-${digits(measured.max)}`,
    timeOf(wallMs),
    timeOf(cpuMs),
    rssMb === null ? "" : `${digits(rssMb)} MB`,
    target === null ? "" : `${target.bound} ${digits(target.value)}`,
    met === null ? "" : met ? "met" : "MISSED",
    note ?? "",
  ];
}

function timeOf(ms: number | null): string {
  if (ms === null) return "";
  return ms >= 1000 ? `${digits(ms / 1000)} s` : `${digits(ms)} ms`;
}

/** Where and when, in one sentence. */
export function setting({ date, machine, quick }: Result): string {
  const { cpu, cores, memoryMb, system, node, git } = machine;
  const where = `${cpu}, ${cores} cores, ${Math.round(memoryMb / 1024)} GB, ${system}`;
  return `${date}: ${where}; Node ${node}, git ${git}${quick ? "; quick, with small inputs" : ""}`;
}

/** The whole result for a terminal. */
export function printed(result: Result): string {
  const rows = [HEADS, ...result.rows.map(cellsOf)].map((cells) => cells.map((cell) => cell.replaceAll("`", "")));
  const widths = HEADS.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  const lines = rows.map((cells) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  "));
  const met = result.rows.filter((row) => row.met === true).length;
  const missed = result.rows.filter((row) => row.met === false).length;
  return `${setting(result)}\n\n${lines.map((line) => line.trimEnd()).join("\n")}\n\n${met} targets met, ${missed} missed\n`;
}

/** The result as the README shows it. */
export function markdownTable(result: Result): string {
  const peers = Object.entries(result.peers).map(([name, version]) => `${name} ${version}`);
  const rows = result.rows.map((row) => {
    const [what = "", measured, spread, time, , memory, target, met, note] = cellsOf(row);
    const state = met === "MISSED" ? "**missed**" : met;
    const told = row.measured === null ? note : measured;
    return `| ${[what, told, spread, time, memory, target, state].map((cell) => (cell ?? "").replaceAll("|", "\\|")).join(" | ")} |`;
  });
  return [
    "| what | measured | min-max | time | memory | target | |",
    "|---|---|---|---|---|---|---|",
    ...rows,
    "",
    `Measured ${setting(result)}; ${peers.join(", ")}.`,
  ].join("\n");
}
