import { manifest } from "./manifest.js";

/** This program's version, from its package.json. */
export const VERSION = textAt(manifest, "version") ?? "unknown";

/** What npm installs to get this very version, where package.json names the repository; undefined where it does not. */
export const ORIGIN = originOf(fieldOf(manifest, "repository"));

function originOf(repository: unknown): string | undefined {
  const url = textAt(repository, "url");
  return url?.startsWith("git+") ? `${url}#v${VERSION}` : undefined;
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined;
}

function textAt(value: unknown, key: string): string | undefined {
  const field = fieldOf(value, key);
  return typeof field === "string" ? field : undefined;
}
