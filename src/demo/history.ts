import type { ScenarioCommit } from "../git/scenario.js";

/** Where the demo's report stands in its repository. */
export const REPORT_PATH = "docs/LAUNCH_BLOCKERS.md";

/** The demo's invented history, up to the commit that adds the report. */
export const COMMITS: readonly ScenarioCommit[] = [
  {
    name: "start",
    date: "2026-02-23T09:12:00Z",
    message: "Take bookings for the island ferries",
    files: {
      "README.md": "# Ferry Booking\n\nSeats, timetables and refunds for three island ferries.\n",
      "src/search.ts": { lines: 64 },
      "src/timetable.ts": { lines: 118 },
    },
  },
  {
    name: "seat lock",
    date: "2026-03-02T10:40:00Z",
    message: "Renew the seat lock on every step",
    files: { "src/seat-lock.ts": { lines: 88 } },
  },
  {
    name: "sundays",
    date: "2026-03-03T15:05:00Z",
    message: "Read both calendars of a timetable",
    files: { "src/timetable.ts": { lines: 131 }, "test/timetable.test.ts": { lines: 57 } },
  },
  {
    name: "rate limit",
    date: "2026-03-04T11:31:00Z",
    message: "Limit searches per client",
    files: { "src/throttle.ts": { lines: 42 } },
  },
  {
    name: "refunds",
    date: "2026-03-05T16:48:00Z",
    message: "Ask the bank before refunding again",
    files: { "src/refunds.ts": { lines: 96 } },
  },
];

/** The last commit: the report itself. */
export function reportCommit(text: string): ScenarioCommit {
  return {
    name: "report",
    date: "2026-03-06T17:20:00Z",
    message: "Report on the launch blockers",
    files: { [REPORT_PATH]: text },
  };
}
