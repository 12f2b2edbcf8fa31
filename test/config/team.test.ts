import { describe, expect, test } from "vitest";
import { tolerancesOf, weightsOf } from "../../src/config/measures.js";
import { parseConfig } from "../../src/config/parse-config.js";
import { USUAL_TOLERANCES } from "../../src/model/tolerances.js";

function failure(text: string): string {
  try {
    parseConfig(text, "blockers.yaml", []);
  } catch (error) {
    return error instanceof Error ? error.message.replace("blockers.yaml:", "") : "";
  }
  return "accepted";
}

describe("what a team says of its reports is refused with its place", () => {
  test.each([
    ["statuses:\n  finished: [x]", '2:3: there is no setting "finished"'],
    ["statuses:\n  in-progres: [x]", '2:3: there is no setting "in-progres"; did you mean "in-progress"?'],
    ["statuses:\n  done: shipped", '2:3: "done" must be a list'],
    [
      "statuses:\n  done: [shipped]\n  todo:\n    - queued\n    - Shipped",
      '5:7: "Shipped" cannot stand for both done and todo',
    ],
    ["statuses: { done: ['✔ live'], blocked: ['✔︎  LIVE'] }", '1:41: "✔︎  LIVE" cannot stand for both done and blocked'],
    ["statuses: { done: ['-'] }", "1:20: a status is a word with letters, or a mark such as an emoji"],
    ["statuses: { done: ['100'] }", "1:20: a status is a word with letters, or a mark such as an emoji"],
    ["statuses: { done: [''] }", "1:20: a status is a word with letters, or a mark such as an emoji"],
    ["statuses: { done: ['live 🍳'] }", "1:20: a status word ends with a letter or a digit; a mark stands before it"],
    [`statuses: { done: [${"x".repeat(61)}] }`, '1:20: "done": a status may have at most 60 characters'],
    ["weights: { Phase 1: heavy }", '1:12: "Phase 1" must be a number'],
    ["weights: { Phase 1: -1 }", '1:12: "Phase 1": must not be negative'],
    ["weights: { Phase 1: .inf }", '1:12: "Phase 1" must be a number'],
    ["weights:\n  Phase 1: 2\n  '**phase 1**': 3", '3:3: "Phase 1" and "**phase 1**" name the same item'],
    ["weights: { '-': 3 }", "1:12: the key or the title of an item is needed"],
    ["tolerances: { line: 10% }", '1:15: there is no setting "line"; did you mean "lines"?'],
    ["tolerances: { lines: 10 }", '1:15: "lines" must be a text'],
    ["tolerances: { about: a lot }", '1:15: a percentage such as "10%" is needed'],
    ["tolerances: { about: 60% }", "1:15: must be at most 50%"],
    ["tolerances: { exactLines: 1.5 }", '1:15: "exactLines" must be a whole number'],
    ["tolerances: { exactLines: 101 }", '1:15: "exactLines": must be at most 100'],
    ["tolerances: { percent: 11 }", '1:15: "percent": must be at most 10'],
    ["archive: docs", '1:1: "archive" must be a list'],
    ["archive: ['../x']", "1:11: a glob cannot lead out of the folder of its configuration"],
  ])("%j", (text, message) => {
    expect(failure(text)).toBe(message);
  });

  test("an empty archive is one: it switches the usual one off", () => {
    expect(parseConfig("archive: []", "blockers.yaml", [])).toEqual({ archive: [] });
  });
});

describe("tolerances", () => {
  test("are the usual ones where nothing is said", () => {
    expect(tolerancesOf()).toEqual(USUAL_TOLERANCES);
    expect(tolerancesOf({})).toEqual(USUAL_TOLERANCES);
  });

  test("are shares, lines and points", () => {
    expect(tolerancesOf({ lines: "5 %", exactLines: 0, about: "12.5%", percent: 2 })).toEqual({
      counts: { exact: 0, approximate: 0.125 },
      lines: { exact: 0, approximate: 0.125, share: 0.05 },
      percent: 2,
    });
  });
});

test("weights are known by keys and titles as they are compared", () => {
  expect(weightsOf(undefined)).toBeUndefined();
  expect(weightsOf({})).toBeUndefined();
  expect(weightsOf({ "#4": 3, "  Phase   1: ": 30, critical: 0.5 })).toEqual(
    new Map([
      ["4", 3],
      ["phase 1", 30],
      ["critical", 0.5],
    ]),
  );
});
