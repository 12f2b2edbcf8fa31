import fc from "fast-check";
import { expect, it } from "vitest";
import { MappedText, offsetAt, sourceRange } from "../../src/model/plain-text.js";

/** A text whose characters stand at offsets of the source with gaps between them, and the offsets one by one. */
const mapped = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.string({ minLength: 1, maxLength: 5 })), { minLength: 1 })
  .map((pieces) => {
    const runs: number[] = [];
    const offsets: number[] = [];
    let at = 0;
    for (const [gap, chars] of pieces) {
      at += gap;
      runs.push(offsets.length, at);
      for (const _ of chars.split("")) offsets.push(at++);
    }
    return { text: new MappedText(pieces.map(([, chars]) => chars).join(""), [], runs), offsets: [...offsets, at] };
  });

it("maps every character as its runs say, and the end", () => {
  fc.assert(
    fc.property(mapped, ({ text, offsets }) => {
      expect(text.offsets).toEqual(offsets);
      for (const [index, offset] of offsets.entries()) expect(offsetAt(text, index)).toBe(offset);
      expect(offsetAt(text, offsets.length)).toBeUndefined();
    }),
  );
});

it("maps a part of it as the whole does", () => {
  fc.assert(
    fc.property(mapped, fc.nat(), fc.nat(), ({ text, offsets }, a, b) => {
      const [start = 0, end = 0] = [a % offsets.length, b % offsets.length].sort((one, other) => one - other);
      const part = text.part(start, end, []);
      expect(part.value).toBe(text.value.slice(start, end));
      expect(part.offsets).toEqual(offsets.slice(start, end + 1));
      expect(sourceRange(part)).toEqual(sourceRange({ value: part.value, offsets: [...part.offsets], spans: [] }));
    }),
  );
});
