/** The lines of a text, each with its line end. */
export function linesOf(text: string): string[] {
  return text.split(/(?<=\n)|(?<=\r)(?!\n)/);
}

export interface Resolutions {
  /** Merged lines with conflict markers. */
  readonly conflicted: readonly string[];
  /** The same merge with all conflicts resolved to one side, and made good line by line. */
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
  /** What to put in the place of a line of the common ancestor. */
  readonly base: (line: string) => string;
  /** Characters in a conflict marker. */
  readonly markerSize: number;
}

type Place = "common" | "ours" | "base" | "theirs";

/**
 * Conflicted lines with the lines of both resolutions in their places: each side of a conflict as its own resolution has
 * it. Undefined where the two differ outside of the conflicts, since what is right there depends on how they are resolved.
 */
export function weave({ conflicted, ours, theirs, base, markerSize }: Resolutions): readonly string[] | undefined {
  const woven: string[] = [];
  let place: Place = "common";
  let [inOurs, inTheirs] = [0, 0];
  for (const line of conflicted) {
    const next = placeAfter(line, place, markerSize);
    if (next !== undefined) {
      place = next;
      woven.push(line);
    } else if (place === "base") woven.push(base(line));
    else {
      const [own, other] = [ours[inOurs], theirs[inTheirs]];
      if (place === "common" && own !== other) return undefined;
      const chosen = place === "theirs" ? other : own;
      if (chosen === undefined) return undefined;
      woven.push(chosen);
      if (place !== "theirs") inOurs++;
      if (place !== "ours") inTheirs++;
    }
  }
  return place === "common" && inOurs === ours.length && inTheirs === theirs.length ? woven : undefined;
}

/** What a conflict marker opens; undefined for a line that is none. */
function placeAfter(line: string, place: Place, size: number): Place | undefined {
  const text = line.replace(/[\r\n]+$/, "");
  const isMarker = (sign: string): boolean =>
    text.startsWith(sign.repeat(size)) && (text.length === size || text.charAt(size) === " ");
  if (place === "common" && isMarker("<")) return "ours";
  if (place === "ours" && isMarker("|")) return "base";
  if ((place === "ours" || place === "base") && isMarker("=")) return "theirs";
  return place === "theirs" && isMarker(">") ? "common" : undefined;
}
