import { describe, expect, test } from "vitest";
import { conventionsOf } from "../../src/lex/conventions.js";
import { isoDates } from "../../src/lex/dates.js";
import { timeUnit } from "../../src/lex/durations.js";
import { languageOf } from "../../src/lex/language.js";
import { figures, fractions } from "../../src/lex/numbers.js";
import { USUAL } from "../../src/model/conventions.js";

describe("the language of a text", () => {
  test.each([
    ["The roof is done and the floor is not, but the walls are with the painter for now.", "en"],
    ["Das Dach ist fertig und die Wände sind noch nicht gestrichen, aber der Boden ist mit Holz belegt.", "de"],
    ["Le toit est fini et les murs ne sont pas peints, mais le sol est dans un bon état pour la fête.", "fr"],
    ["El techo está listo y las paredes no se pintan, pero el suelo es de madera para la fiesta.", "es"],
    ["屋顶已经完成，墙壁还没有粉刷。", "zh"],
    ["屋根はできましたが、壁はまだです。", "ja"],
    ["지붕은 끝났지만 벽은 아직입니다.", "ko"],
    ["Крыша готова, и стены не покрашены, но пол в порядке для праздника на площади.", "ru"],
  ])("%j", (text, language) => {
    expect(languageOf(text).language).toBe(language);
  });

  test("that nobody knows makes no English words of its own", () => {
    expect(languageOf("Taket är färdigt och väggarna är målade, men golvet väntar på våren här.")).toEqual({
      language: "",
      english: false,
    });
  });
});

describe("numbers by language", () => {
  const comma = { ...USUAL, language: "de", english: false, decimal: "comma" } as const;
  const spaced = { ...comma, language: "fr", spaced: true } as const;
  const turkish = { ...comma, language: "tr", percentFirst: true } as const;

  test.each([
    ["1.200 Zeilen", comma, 1200],
    ["1.234.567,5 Euro", comma, 1_234_567.5],
    ["2,5 Std", comma, 2.5],
    ["1 234 lignes", spaced, 1234],
    ["12 345,67 euros", spaced, 12_345.67],
    ["%80", turkish, 80],
    ["66,7 %", USUAL, 66.7],
    ["1'234 rows", USUAL, 1234],
    ["1,23,456 rows", USUAL, 123_456],
    ["١٬٢٣٤٫٥", USUAL, 1234.5],
    ["1h30m", USUAL, 1.5],
    ["2h 15min", USUAL, 2.25],
    ["1m 12s", USUAL, 1.2],
    ["1:30 h", USUAL, 1.5],
    ["45m", USUAL, 45],
  ] as const)("%j", (text, conventions, value) => {
    expect(figures(text, conventions).map((f) => f.quantity.low)).toEqual([value]);
  });

  test.each([
    ["1,200 Zeilen", comma],
    ["1.200 lines", USUAL],
    ["1 200 lines", USUAL],
    ["Modul 3 120 строк", { ...spaced, language: "ru" }],
    ["1.200", { ...comma, decimal: "mixed" }],
    ["am 20.01. um", comma],
    ["Schritt 3", USUAL],
    ["16 de enero de 2025", USUAL],
    ["5. Januar 2025", USUAL],
    ["2025年1月16日", USUAL],
    ["第3步", USUAL],
    ["3단계", USUAL],
    ["~~12~~", USUAL],
  ] as const)("no figure in %j", (text, conventions) => {
    expect(figures(text, conventions)).toEqual([]);
  });

  test.each([
    ["4 sur 5", 4, 5],
    ["4 tâches sur 5", 4, 5],
    ["4 van de 5", 4, 5],
    ["4 من 5", 4, 5],
    ["5 个任务中的 4 个", 4, 5],
    ["5 中 4", 4, 5],
    ["5件中4件", 4, 5],
    ["5개 중 4개", 4, 5],
    ["5 कार्यों में से 4", 4, 5],
    ["5 görevin 4'ü", 4, 5],
  ])("a share in %j", (text, part, whole) => {
    expect(fractions(text).map((f) => [f.part, f.whole])).toEqual([[part, whole]]);
  });

  test("are told from the figures of a text, and not at all where these disagree", () => {
    expect(conventionsOf("| Rad | 2,5 |\n| Dach | 1.234,5 |").decimal).toBe("comma");
    expect(conventionsOf("Die Räder sind mit 2,5 Std und das Dach ist mit 3.5 h und der Keller nicht").decimal).toBe(
      "mixed",
    );
    expect(conventionsOf("The roof took 2.5 hours and the floor is done.").decimal).toBe("point");
  });
});

test("dates in several languages", () => {
  const dates = [
    "16 janvier 2025",
    "16. Januar 2025",
    "16 de enero de 2025",
    "2025年1月16日",
    "16.01.2025",
    "16 января 2025",
  ];
  expect(dates.flatMap(isoDates)).toEqual(dates.map(() => "2025-01-16"));
});

test("units of time in several languages", () => {
  expect(["Std", "heures", "horas", "小时", "時間", "시간", "час", "saat", "jam"].map(timeUnit)).toEqual(
    Array(9).fill("hour"),
  );
});
