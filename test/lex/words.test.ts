import { describe, expect, test } from "vitest";
import { isoDates } from "../../src/lex/dates.js";
import { timeUnit } from "../../src/lex/durations.js";
import { includesSubject, noun, sameSubject, stem, subjectStems } from "../../src/lex/words.js";

describe("stems", () => {
  test.each([
    ["tests", "testing"],
    ["test", "tested"],
    ["validate", "validation"],
    ["migrate", "migrations"],
    ["policy", "policies"],
    ["box", "boxes"],
    ["deploy", "deployment"],
    ["run", "running"],
    ["login", "Login's"],
    ["create", "created"],
    ["implement", "implements"],
  ])("%s and %s share one", (a, b) => {
    expect(stem(a)).toBe(stem(b));
  });

  test("implement and implementation share one", () => {
    expect(stem("implement")).toBe(stem("implementation"));
  });

  test.each([
    ["user", "use"],
    ["route", "rotate"],
    ["mail", "main"],
    ["test", "text"],
  ])("%s and %s have different ones", (a, b) => {
    expect(stem(a)).not.toBe(stem(b));
  });

  test("leave short words and other scripts alone", () => {
    expect(["bus", "css", "данные", "登录"].map(stem)).toEqual(["bus", "css", "данные", "登录"]);
  });
});

describe("subjects", () => {
  test.each([
    ["Implement response retrieval", "Response Retrieval"],
    ["Add tests for the importer", "Importer tests"],
    ["The login form", "Login forms"],
  ])("%j is %j", (a, b) => {
    expect(sameSubject(a, b)).toBe(true);
  });

  test.each([
    ["Login form", "Login page"],
    ["Import", "Export"],
    ["", ""],
    ["the", "of"],
  ])("%j is not %j", (a, b) => {
    expect(sameSubject(a, b)).toBe(false);
  });

  test("one holds the other from two words on", () => {
    expect(includesSubject("Night mode of the barrier", "Night mode")).toBe(true);
    expect(includesSubject("Night mode of the barrier", "Barrier")).toBe(false);
    expect(includesSubject("Night mode of the barrier", "Barrier", 1)).toBe(true);
  });

  test("a verb alone stays", () => {
    expect([...subjectStems("Deploy")]).toEqual([stem("deploy")]);
  });
});

test.each([
  ["blockers", "blocker"],
  ["Stories", "story"],
  ["branches", "branch"],
  ["boxes", "box"],
  ["status", "status"],
  ["process", "process"],
  ["analysis", "analysis"],
])("the noun of %s is %s", (word, singular) => {
  expect(noun(word)).toBe(singular);
});

describe("dates", () => {
  test.each([
    ["2025-11-02", ["2025-11-02"]],
    ["November 2, 2025", ["2025-11-02"]],
    ["Nov 2 2025", ["2025-11-02"]],
    ["October 18th, 2025", ["2025-10-18"]],
    ["2 November 2025", ["2025-11-02"]],
    ["2. November 2025", ["2025-11-02"]],
    ["from Dec. 24, 2024 to 2025-01-02", ["2024-12-24", "2025-01-02"]],
    ["2025-02-30", []],
    ["2025-13-01", []],
    ["2024-02-29", ["2024-02-29"]],
    ["Version 3, 2025", []],
    ["10/11/2025", []],
  ])("of %j", (text, dates) => {
    expect(isoDates(text)).toEqual(dates);
  });
});

test.each([
  ["h", "hour"],
  ["hrs", "hour"],
  ["stunden", "hour"],
  ["小时", "hour"],
  ["часов", "hour"],
  ["min", "minute"],
  ["days", "day"],
  ["tage", "day"],
  ["wk", "week"],
  ["months", "month"],
  ["lines", undefined],
  ["", undefined],
  ["hello", undefined],
])("the unit of time %j is %s", (word, unit) => {
  expect(timeUnit(word)).toBe(unit);
});
