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
| #1 Seat locks expire early | ✅ RESOLVED | Renewed by steps | \`${cite("seat lock")}\` | 3h |
| #2 Import drops Sundays | ✅ RESOLVED | Two calendars | \`${cite("sundays")}\` | 5h |
| #3 Search is unlimited | ✅ RESOLVED | Token bucket | \`${cite("rate limit")}\` | 2h |
| #4 Refunds are sent twice | ✅ RESOLVED | Asks the bank | \`${cite("refunds")}\` | 6h |
| #5 No payment alert | ⏳ TODO | | | 4h |
| **Total** | | | | **22h** |

## #1: Seat locks expire early

**Status**: RESOLVED

- \`src/seat-lock.ts\` (88 lines): the lock is renewed on every step of a booking

## #2: Import drops Sundays

**Status**: RESOLVED

- \`src/timetable.ts\` (131 lines): reads the weekday and the holiday calendar
- \`test/timetable.test.ts\` (57 lines): a summer and a winter week

## #3: Search is unlimited

**Status**: RESOLVED

- \`src/throttle.ts\` (42 lines): thirty searches a minute for each client

## #4: Refunds are sent twice

**Status**: IN PROGRESS

- \`src/refunds.ts\` (140 lines): asks the bank before it sends a refund again

The bank's answer is not stored yet, so a restart still asks twice.

## #5: No payment alert

**Status**: TODO

Needs the payment provider's test account.
`;
}
