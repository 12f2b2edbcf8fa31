import { describe, expect, test } from "vitest";
import { ownStatuses } from "../../src/lex/own-statuses.js";
import { saysDone, saysOpen } from "../../src/lex/phrases.js";
import { firstMark, isPlainMark, phraseAt, readStatus } from "../../src/lex/status.js";
import { NO_OWN, USUAL } from "../../src/model/conventions.js";

const own = ownStatuses({
  done: ["Shipped to  prod", "merged", "✔︎ live", "●", ":rocket:", "上线"],
  "in-progress": ["cooking", "🍳", "open", "review", "❤️"],
  todo: ["closed"],
  blocked: ["on ice"],
});
const TEAM = { ...USUAL, own };

describe("a team's status is read", () => {
  test.each([
    ["cooking", "in-progress", true],
    ["**Cooking** since May", "in-progress", true],
    ["✅ cooking", "in-progress", true],
    ["shipped to prod", "done", true],
    ["SHIPPED  TO PROD (May)", "done", true],
    ["not yet shipped to prod", "todo", true],
    ["On ice until autumn", "blocked", true],
    ["上线了", "done", true],
    ["🍳", "in-progress", false],
    ["🍳 Soup", "in-progress", false],
    ["❤", "in-progress", false],
    ["❤️", "in-progress", false],
    ["●", "done", false],
    [":rocket:", "done", false],
    ["✔ live", "done", true],
    ["✔️  LIVE since May", "done", true],
    // Over what the word means elsewhere.
    ["closed", "todo", true],
    ["✅ Review", "in-progress", true],
    ["open", "in-progress", true],
  ] as const)("from %j", (text, status, explicit) => {
    expect(readStatus(text, TEAM)).toMatchObject({ status, explicit });
  });

  test.each([
    // Part of another word, or of another emoji.
    "cookings",
    "overcooking",
    "👨‍🍳 Chef",
    "Livestock",
    // A word that is ordinary elsewhere stays a status only where it stands alone.
    "Open questions of the board",
  ])("not from %j", (text) => {
    expect(readStatus(text, TEAM)).toEqual(readStatus(text));
  });

  test.each(["cooking", "🍳", "●", "✔ lives", "on ice"])("from %j only where it is configured", (text) => {
    expect(readStatus(text)?.text).not.toBe(text);
  });
});

test("a legend of the report is nearer than the configuration", () => {
  const marks = new Map([["🍳", "deferred"] as const]);
  expect(firstMark("🍳", { ...TEAM, marks })).toMatchObject({ status: "deferred" });
  expect(firstMark("🍳", TEAM)).toMatchObject({ status: "in-progress" });
});

test("configured marks mean a status wherever they stand", () => {
  expect([isPlainMark("🍳", TEAM), isPlainMark("🍳"), isPlainMark("✅", TEAM)]).toEqual([true, false, true]);
});

test("configured words count what is done or open", () => {
  expect(["merged", "closed", "cooking", "done"].map((w) => saysDone(w, own))).toEqual([true, false, false, true]);
  expect(["merged", "closed", "cooking", "remaining"].map((w) => saysOpen(w, own))).toEqual([false, true, true, true]);
});

test("the places of a status are those of its words", () => {
  expect(phraseAt("now on ice, sadly", 4, own)).toEqual({ status: "blocked", end: 10 });
  expect(readStatus("(✔️ live)", TEAM)).toMatchObject({ start: 1, end: 8, text: "✔️ live" });
});

test("nothing is configured by default, nor by what cannot be a status", () => {
  expect(ownStatuses({})).toBe(NO_OWN);
  expect(ownStatuses({ done: ["-", "", "*"] })).toBe(NO_OWN);
});
