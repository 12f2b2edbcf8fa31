/** More of them nobody adds up again by eye. */
const MOST = 40;

/** "3 + 4 + 5"; of very many the first and the last ones. */
export function addends(parts: readonly (string | number)[]): string {
  const shown = parts.length <= MOST ? parts : [...parts.slice(0, 8), "…", ...parts.slice(-2)];
  return shown.join(" + ");
}
