import { describe, expect, test } from "vitest";
import { agree } from "../../src/edit/agreement.js";
import { USUAL } from "../../src/model/conventions.js";

function phrase(
  figure: number,
  behind: string,
  computed: number,
  noun: string | undefined,
  language = "en",
  ahead = "",
) {
  const changes = agree({ ahead, behind }, { stated: figure, computed, noun }, { ...USUAL, language });
  if (changes === undefined) return undefined;
  const text = changes.reduceRight((now, c) => now.slice(0, c.start) + c.text + now.slice(c.start + c.length), behind);
  return `${computed}${text}`;
}

describe("agree", () => {
  test.each([
    [2, " blockers left", 3, "blocker", "3 blockers left"],
    [1, " blocker left", 2, "blocker", "2 blockers left"],
    [2, " Blockers", 1, "blocker", "1 Blocker"],
    [1, " **critical** dependency", 2, "dependency", "2 **critical** dependencies"],
    [1, "h", 2, "h", "2h"],
    [1, " |", 2, "", "2 |"],
    [1, " of 3 tasks", 2, undefined, "2 of 3 tasks"],
    [1, " of 3 tasks is done", 2, undefined, undefined],
    [1, " blocker remains", 2, "blocker", undefined],
    [1, " open point", 2, "", undefined],
    [1, " OPEN BLOCKER", 2, "blocker", "2 OPEN BLOCKERS"],
    [2, " OPEN BLOCKERS", 1, "blocker", "1 OPEN BLOCKER"],
    [1, " of the rest", 2, "blocker", undefined],
  ])("%d%s becomes %d", (figure, behind, computed, noun, expected) => {
    expect(phrase(figure, behind, computed, noun)).toBe(expected);
  });

  test("leaves alone what would need another word", () => {
    expect(phrase(1, " open blocker:", 2, "blocker", "en", "There is ")).toBeUndefined();
    expect(phrase(1, " open blocker:", 2, "blocker", "en")).toBe("2 open blockers:");
    // Taken for English.
    expect(phrase(1, " offene Aufgabe", 2, "offene", "en")).toBeUndefined();
  });

  test("does not guess in languages that inflect", () => {
    expect(phrase(5, " задач", 3, "задача", "ru")).toBeUndefined();
    expect(phrase(1, " Aufgabe", 2, "aufgabe", "de")).toBeUndefined();
    expect(phrase(2, " Aufgaben", 3, "aufgabe", "de")).toBe("3 Aufgaben");
    expect(phrase(1, " 项", 2, "项", "zh")).toBe("2 项");
  });
});
