import { describe, expect, test } from "vitest";
import { canonicalKey, readKey } from "../../src/parse/keys.js";
import { readTitle } from "../../src/parse/titles.js";

describe("titles", () => {
  test.each([
    ["Disk fills up (FIXED)", "Disk fills up", "done", undefined],
    ["✅ Disk fills up (IMPLEMENTED - Session 7)", "Disk fills up", "done", undefined],
    ["[DONE] Write docs", "Write docs", "done", undefined],
    ["DONE: Write docs", "Write docs", "done", undefined],
    ["⏳ TODO - Later", "Later", "todo", undefined],
    ["Import (60%)", "Import", undefined, 60],
    ["Login - 100% Fixed", "Login", "done", 100],
    ["Fix (Commit abc1234)", "Fix", undefined, undefined],
    ["Export (3 files)", "Export", undefined, undefined],
    ["[HIGH] Cache", "Cache", undefined, undefined],
    ["Search ✅", "Search", "done", undefined],
    ["**2. Grace Period**", "2. Grace Period", undefined, undefined],
    ["New Users", "New Users", undefined, undefined],
    ["Missing Secret Validation", "Missing Secret Validation", undefined, undefined],
    ["Complete Documentation", "Complete Documentation", undefined, undefined],
    ["Failed login is not logged", "Failed login is not logged", undefined, undefined],
    ["Upload (v2)", "Upload (v2)", undefined, undefined],
  ])("%j", (text, title, status, percent) => {
    const reading = readTitle(text);
    expect([reading.title, reading.status?.status, reading.percent]).toEqual([title, status, percent]);
  });

  test("the words behind a mark at the end are no part of it", () => {
    expect(readTitle("Chassis ✅ DONE").title).toBe("Chassis");
  });
});

describe("keys", () => {
  test.each([
    ["#4: Login", "#4", "#", "Login"],
    ["Blocker #4: Login", "Blocker 4", "blocker", "Login"],
    ["P0.15 - Gateway", "P0.15", "p0.", "Gateway"],
    ["DOCK-001 Fix", "DOCK-001", "dock-", "Fix"],
    ["[T-014] Fix", "T-014", "t-", "Fix"],
    ["Week 1", "Week 1", "week", ""],
    ["Sprint 3 Goals", "Sprint 3", "sprint", "Goals"],
    ["Commit 1: P0.1 - Base", "P0.1", "p0.", "Base"],
    ["AUTH2: x", "AUTH2", "auth", "x"],
  ])("%j", (text, key, family, rest) => {
    const read = readKey(text);
    expect(read).toMatchObject({ text: key, family, strong: true });
    expect(text.slice(read?.end)).toBe(rest);
  });

  test.each([
    ["1. Disk", "1", "Disk"],
    ["2) Disk", "2", "Disk"],
    ["3 - Disk", "3", "Disk"],
  ])("%j is weak", (text, key, rest) => {
    const read = readKey(text);
    expect(read).toMatchObject({ text: key, family: "", strong: false });
    expect(text.slice(read?.end)).toBe(rest);
  });

  test.each([
    "SHA-256 hashes",
    "UTF-8 output",
    "HTTP-404 page",
    "Node 20",
    "2025 plan",
    "E2E: tests",
    "S3 bucket",
    "#12345abc",
    "10 things",
    "1.2.3 Release",
    "Login",
    "",
  ])("%j has none", (text) => {
    expect(readKey(text)).toBeUndefined();
  });

  test("a cell of an ID column is a key as a whole", () => {
    expect(readKey("7", true)).toMatchObject({ text: "7", strong: false });
    expect(readKey("A7", true)).toMatchObject({ text: "A7", strong: true });
    expect(readKey("7 things", true)).toBeUndefined();
  });

  test.each([
    ["Blocker #4: x", "#4", true],
    ["ISSUE 04", "Blocker 4", true],
    ["4. x", "#4", true],
    ["Phase 4", "#4", false],
    ["T-14 x", "T-014 x", true],
    ["P0.1: x", "P1.1: x", false],
  ])("%j and %j are one: %s", (a, b, same) => {
    const [left, right] = [readKey(a), readKey(b)];
    if (!left || !right) throw new Error("no key");
    expect(canonicalKey(left) === canonicalKey(right)).toBe(same);
  });
});
