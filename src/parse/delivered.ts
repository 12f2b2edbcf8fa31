import type { Status } from "../model/status.js";
import type { Candidate } from "./candidate.js";

/** Headings under which a finished report lists what it brought. */
const DELIVERED =
  /^\W*(?:key |main |core |new )?(?:deliverables?|what (?:was|we|i|has been|got|changed)\b.*|accomplishments?|achievements?|components?|features?|changes(?: made)?|fixes(?: applied)?|implementation (?:details|summary)|work (?:done|performed)|implemented\b.*|delivered\b.*)\W*$/iu;

/**
 * "### 1. Adapter" under "Deliverables" of a report whose head says "Status: Complete" is done, though
 * the heading itself does not say so. Other candidates come back as they are.
 */
export function withDelivered(candidates: readonly Candidate[], report: Status): Candidate[] {
  if (report !== "done") return [...candidates];
  return candidates.map((candidate) => {
    const { mention, section, key } = candidate;
    const above = section?.parent?.heading?.text.value ?? "";
    if (mention.kind !== "heading" || !key || mention.status !== "unknown" || !DELIVERED.test(above)) return candidate;
    return { ...candidate, mention: { ...mention, status: "done", explicit: false, statusText: above } };
  });
}
