import { describe, expect, test } from "vitest";
import { firstMark, isPlainMark, phraseAt, readStatus } from "../../src/lex/status.js";

describe("a status is read", () => {
  test.each([
    ["DONE", "done", true],
    ["✅ DONE", "done", true],
    ["**Fixed** in review", "done", true],
    ["ALREADY RESOLVED - by the framework", "done", true],
    ["✅ TODO", "todo", true],
    ["❌ Not started", "todo", true],
    ["Not done", "todo", true],
    ["Not yet implemented", "todo", true],
    ["🟡 In Progress", "in-progress", true],
    ["In progress (50%)", "in-progress", true],
    ["PARTIAL - sending works", "partial", true],
    ["Mostly done", "partial", true],
    ["Blocked by #4", "blocked", true],
    ["awaiting review", "blocked", true],
    ["Failed twice", "failed", true],
    ["won’t fix", "deferred", true],
    ["N/A", "deferred", true],
    ["erledigt", "done", true],
    ["en cours", "in-progress", true],
    ["pendiente", "todo", true],
    ["已完成", "done", true],
    ["完成了登录", "done", true],
    ["未开始", "todo", true],
    ["対応済み", "done", true],
    ["진행 중", "in-progress", true],
    ["в работе", "in-progress", true],
    ["✅", "done", false],
    ["⏳", "todo", false],
    ["⚠️", "partial", false],
    [":white_check_mark: shipped", "done", false],
    ["Infrastructure complete, awaiting manual set-up", "done", false],
  ] as const)("from %j", (text, status, explicit) => {
    expect(readStatus(text)).toMatchObject({ status, explicit });
  });

  test.each(["", "-", "?", "100%", "donee", "unknown", "Anna", "3 of 5", "🚀"])("not from %j", (text) => {
    expect(readStatus(text)).toBeUndefined();
  });

  test("with the place of its words", () => {
    const text = "✅ **Not started** yet";
    const reading = readStatus(text);
    expect(text.slice(reading?.start, reading?.end)).toBe("Not started");
  });
});

test.each([
  ["in progress today", 0, "in-progress", "in progress"],
  ["not done at all", 0, "todo", "not done"],
  ["is done", 3, "done", "done"],
])("the longest phrase of %j at %i", (text, from, status, phrase) => {
  const found = phraseAt(text, from);
  expect(found?.status).toBe(status);
  expect(text.slice(from, found?.end)).toBe(phrase);
});

test("a phrase starts where it is asked for, or nowhere", () => {
  expect(phraseAt("is done", 0)).toBeUndefined();
  expect(phraseAt(" done", 0)).toBeUndefined();
});

test("the first mark is found with its variation selector", () => {
  expect(firstMark("a ⚠️ b ✅")).toEqual({ mark: "⚠", status: "partial", start: 2, end: 4 });
  expect(firstMark("no mark: at all")).toBeUndefined();
});

test.each([
  ["✅", true],
  ["⏳", true],
  ["⚠", false],
  ["🎉", false],
  ["📋", false],
])("%s speaks in running text: %s", (mark, plain) => {
  expect(isPlainMark(mark)).toBe(plain);
});
