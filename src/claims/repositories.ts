import type { Report } from "../model/report.js";

const FORGE =
  /\b(?:github|gitlab|bitbucket|codeberg)\.(?:com|org)[/:]([\w.-]+)\/([\w-][\w.-]*?)(?:\.git)?(?=[/)\s#?"'>\]]|$)/giu;

/** True for a report that names two or more repositories of one owner on a forge: its commits may be in any of them. */
export function namesRepositories(report: Report): boolean {
  const byOwner = new Map<string, Set<string>>();
  for (const [, owner = "", name = ""] of report.source.text.matchAll(FORGE)) {
    const names = byOwner.get(owner.toLowerCase()) ?? new Set();
    byOwner.set(owner.toLowerCase(), names.add(name.toLowerCase()));
  }
  return [...byOwner.values()].some((names) => names.size > 1);
}
