import type { Node } from "mdast";

type Point = NonNullable<Node["position"]>["start"];

const at = ({ line, column, offset }: Point): string => `${line}:${column} (${offset})`;

/** Where two markdown trees differ first, positions included; undefined where they are the same. */
export function firstDifference(one: unknown, other: unknown, path = ""): string | undefined {
  if (one === other) return undefined;
  if (Array.isArray(one) && Array.isArray(other)) {
    for (let i = 0; i < Math.max(one.length, other.length); i++) {
      const found = firstDifference(one[i], other[i], `${path}/${i}`);
      if (found) return found;
    }
    return undefined;
  }
  if (!isNode(one) || !isNode(other)) return `${path}: ${JSON.stringify(one)} instead of ${JSON.stringify(other)}`;
  const place = ({ position }: Node): string => (position ? `${at(position.start)} to ${at(position.end)}` : "nowhere");
  if (one.type !== other.type) return `${path}: ${one.type} instead of ${other.type}`;
  if (place(one) !== place(other)) return `${path} ${one.type}: ${place(one)} instead of ${place(other)}`;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  names.delete("position");
  for (const name of names) {
    const found = firstDifference(Reflect.get(one, name), Reflect.get(other, name), `${path} ${one.type}.${name}`);
    if (found) return found;
  }
  return undefined;
}

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && "type" in value;
