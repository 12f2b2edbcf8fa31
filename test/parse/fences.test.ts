import { describe, expect, test } from "vitest";
import { repairFences } from "../../src/parse/fences.js";
import { lineStartsOf } from "../../src/source/lines.js";

function strays(text: string): { line: number; swallowed: number }[] {
  const starts = lineStartsOf(text);
  return repairFences(text, starts).strays.map(({ range, swallowed }) => ({
    line: starts.indexOf(range.start) + 1,
    swallowed,
  }));
}

const TAIL = "## Progress\n\ntext\n\n```bash\nmake\n```\n\n## Next Steps\n";

describe("stray fences", () => {
  test("one between a block and headings", () => {
    const text = `## A\n\n\`\`\`\n┌─┐\n\`\`\`\n\n- **One**: two\n\n\`\`\`\n\n${TAIL}`;
    expect(strays(text)).toEqual([{ line: 9, swallowed: 1 }]);
  });

  test("one that never closes, over headings", () => {
    expect(strays("## A\n\n```\n\n## B\n\n## C\n")).toEqual([{ line: 3, swallowed: 2 }]);
  });

  // Removing any of the three bare fences leaves as little inside out; the text between the first two is what fences are for.
  test("the one over nothing rather than one around text", () => {
    expect(strays(`## A\n\n\`\`\`\na -> b\n\`\`\`\n\n\`\`\`\n\n${TAIL}`).map((one) => one.line)).toEqual([7]);
  });

  test("the repair keeps every offset", () => {
    const text = `a\n\n\`\`\`\n\n## B\n\n${TAIL}`;
    const { text: repaired } = repairFences(text, lineStartsOf(text));
    expect(repaired).toHaveLength(text.length);
    expect(repaired.replaceAll(" ", "")).toBe(text.replace("```\n", "\n").replaceAll(" ", ""));
  });
});

describe("fences that are right", () => {
  test.each([
    ["two blocks", "```\na\n```\n\n```js\nb\n```\n"],
    ["shorter ones inside a longer one", "````markdown\n```bash\nx\n```\n## A\n````\n"],
    ["tildes around backticks", "~~~\n```\n~~~\n\n## A\n"],
    ["inside a list", "1. a\n\n   ```bash\n   ## b\n   ```\n\n2. c\n"],
    ["a language inside a block with one", "```markdown\n```js\n```\n"],
    ["none at all", "# A\n\ntext with `code`\n"],
    ["an open one at the end over code", "text\n\n```bash\nmake\n"],
  ])("%s", (_, text) => {
    expect(strays(text)).toEqual([]);
    expect(repairFences(text, lineStartsOf(text)).text).toBe(text);
  });
});
