import { expect, test } from "vitest";
import { usesColour } from "../../src/cli/outputs/colour.js";

test.each([
  ["a terminal", "auto", {}, true, true],
  ["a pipe", "auto", {}, false, false],
  ["a dumb terminal", "auto", { TERM: "dumb" }, true, false],
  ["NO_COLOR on a terminal", "auto", { NO_COLOR: "1" }, true, false],
  ["an empty NO_COLOR", "auto", { NO_COLOR: "" }, true, true],
  ["FORCE_COLOR into a pipe", "auto", { FORCE_COLOR: "1" }, false, true],
  ["FORCE_COLOR=0", "auto", { FORCE_COLOR: "0" }, true, false],
  ["FORCE_COLOR=false", "auto", { FORCE_COLOR: "false" }, true, false],
  ["FORCE_COLOR over NO_COLOR", "auto", { FORCE_COLOR: "1", NO_COLOR: "1" }, false, true],
  ["the flag over everything", "always", { FORCE_COLOR: "0", NO_COLOR: "1", TERM: "dumb" }, false, true],
  ["the flag against everything", "never", { FORCE_COLOR: "1" }, true, false],
] as const)("%s", (_, choice, env, isTTY, expected) => {
  expect(usesColour(choice, env, isTTY)).toBe(expected);
});
