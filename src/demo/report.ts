/**
 * The demo's invented report, citing commits by the short ids that `cite` gives. Three of its statements do not
 * match: the total of hours, the status of #4, and the length of src/refunds.ts.
 */
export function reportText(cite: (commit: string) => string): string {
  return `# Launch Blockers: Ferry Booking

**Date**: 2026-03-06
**Progress**: 4 of 5 blockers resolved (80%)

## Summary

| Blocker | Status | Resolution | Commit | Est. |
|---------|--------|------------|--------|------|
| #1 Seat locks expire too early | ✅ RESOLVED | Renewed on every step | \`${cite("seat lock")}\` | 3h |
| #2 Timetable import drops Sundays | ✅ RESOLVED | Reads both calendars | \`${cite("sundays")}\` | 5h |
| #3 Search has no rate limit | ✅ RESOLVED | Token bucket per client | \`${cite("rate limit")}\` | 2h |
| #4 Refunds are sent twice | ✅ RESOLVED | Asks the bank first | \`${cite("refunds")}\` | 6h |
| #5 No alert when payments stop | ⏳ TODO | | | 4h |
| **Total** | | | | **22h** |

## #1: Seat locks expire too early

**Status**: RESOLVED

- \`src/seat-lock.ts\` (88 lines): the lock is renewed on every step of a booking

## #2: Timetable import drops Sundays

**Status**: RESOLVED

- \`src/timetable.ts\` (131 lines): reads the weekday and the holiday calendar
- \`test/timetable.test.ts\` (57 lines): a summer and a winter week

## #3: Search has no rate limit

**Status**: RESOLVED

- \`src/rate-limit.ts\` (42 lines): thirty searches a minute for each client

## #4: Refunds are sent twice

**Status**: IN PROGRESS

- \`src/refunds.ts\` (140 lines): asks the bank before it sends a refund again

The bank's answer is not stored yet, so a restart still asks twice.

## #5: No alert when payments stop

**Status**: TODO

Needs the payment provider's test account.
`;
}
