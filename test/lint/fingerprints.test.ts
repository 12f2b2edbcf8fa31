import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkText } from "../helpers/check-text.js";

/** The fingerprints of what is found in a text, by rule and place, in order. */
async function prints(text: string, path = "docs/STATUS.md"): Promise<string[]> {
  return (await checkText(text, { path })).result.diagnostics.map(({ fingerprint }) => fingerprint);
}

const REPORT = `# Orchard

## Remaining (3)

**Progress**: 60% (2 of 3 pumps)

| # | Pump | Share | Hours |
|---|------|-------|-------|
| 1 | North | 30% (1/3) | 4h |
| 2 | South | 40% (1/2) | 5h |
| **Total** | | | 8h |

- Valve 1: 10% (1/3)
- Valve 2: 10% (1/3)

### Blocker #4: Fence (PENDING)

Painted: 20% (1/3)
`;

describe("fingerprints stay", () => {
  test.each([
    ["when a figure of a heading changes", (text: string) => text.replace("Remaining (3)", "Remaining (2)")],
    ["when an item's status changes", (text: string) => text.replace("(PENDING)", "(IN PROGRESS)")],
    ["with Windows line ends", (text: string) => text.replaceAll("\n", "\r\n")],
    ["with a byte order mark", (text: string) => `\u{feff}${text}`],
    ["with emphasis", (text: string) => text.replace("60%", "**60%**").replace(" 8h ", " **8h** ")],
    ["when a table is aligned anew", (text: string) => text.replace("| North |", "| North        |")],
    [
      "when the lines of a section change places",
      (text: string) => moved(text, "- Valve 1: 10% (1/3)\n", "- Valve 2: 10% (1/3)\n"),
    ],
    [
      "when rows change places",
      (text: string) => moved(text, "| 1 | North | 30% (1/3) | 4h |\n", "| 2 | South | 40% (1/2) | 5h |\n"),
    ],
    [
      "when something is written above",
      (text: string) => text.replace("## Rem", "Some words of 2026-01-05.\n\n## Rem"),
    ],
    ["when a mark goes before a line", (text: string) => text.replace("- Valve 1", "- ✅ Valve 1")],
    [
      "when another figure of the row changes",
      (text: string) => text.replace("| 4h |", "| 3h |").replace("| 5h |", "| 6h |"),
    ],
  ])("%s", async (_, change) => {
    const changed = change(REPORT);
    expect(changed).not.toBe(REPORT);
    const before = await prints(REPORT);
    expect(before).toHaveLength(7);
    expect((await prints(changed)).sort()).toEqual(before.sort());
  });
});

function moved(text: string, first: string, second: string): string {
  return text.replace(first + second, second + first);
}

describe("fingerprints change", () => {
  test.each([
    ["with the figure that is wrong", (text: string) => text.replace("20% (1/3)", "21% (1/3)")],
    ["with the item of a row", (text: string) => text.replace("| 1 | North |", "| 3 | East |")],
    ["with the number of a line's item", (text: string) => text.replace("Valve 1", "Valve 3")],
    ["with a heading's words", (text: string) => text.replace(": Fence", ": Gate")],
  ])("%s, and no others", async (_, change) => {
    const before = await prints(REPORT);
    const after = await prints(change(REPORT));
    expect(after).toHaveLength(before.length);
    expect(after.filter((one) => !before.includes(one))).toHaveLength(1);
  });

  test("with the file", async () => {
    const before = await prints(REPORT);
    expect((await prints(REPORT, "docs/OTHER.md")).some((one) => before.includes(one))).toBe(false);
  });

  test("with the rule", async () => {
    const { result } = await checkText("# A\n\nDone: 60% (2 of 3), 60% (2 of 3)\n");
    expect(new Set(result.diagnostics.map(({ fingerprint }) => fingerprint)).size).toBe(result.diagnostics.length);
    expect(result.diagnostics.length).toBeGreaterThan(1);
  });
});

describe("whatever a report looks like", () => {
  const word = fc.constantFrom("North", "South", "East", "West", "Valve", "Pump", "Fence", "Gate");
  const line = fc
    .tuple(word, fc.constantFrom("10%", "20%", "30%"), fc.constantFrom("1/3", "2/3", "1/8"))
    .map(([name, percent, ratio]) => `${name}: ${percent} (${ratio})`);
  const section = fc.record({ title: word, lines: fc.array(line, { minLength: 1, maxLength: 5 }) });
  const report = fc.array(section, { minLength: 1, maxLength: 4 });
  const write = (sections: readonly { title: string; lines: readonly string[] }[], between = ""): string =>
    `# Status\n\n${sections.map(({ title, lines }) => `## ${title}\n\n${between}${lines.join(`\n\n${between}`)}\n`).join("\n")}`;

  test("no two findings have the same", async () => {
    await fc.assert(
      fc.asyncProperty(report, async (sections) => {
        const found = await prints(write(sections));
        expect(new Set(found).size).toBe(found.length);
      }),
      { numRuns: 30 },
    );
  });

  test("words between its lines change none", async () => {
    await fc.assert(
      fc.asyncProperty(report, async (sections) => {
        expect(await prints(write(sections, "More about it.\n\n"))).toEqual(await prints(write(sections)));
      }),
      { numRuns: 30 },
    );
  });

  test("the order of a section's lines changes none", async () => {
    await fc.assert(
      fc.asyncProperty(report, async (sections) => {
        const turned = sections.map(({ title, lines }) => ({ title, lines: lines.toReversed() }));
        expect((await prints(write(turned))).sort()).toEqual((await prints(write(sections))).sort());
      }),
      { numRuns: 30 },
    );
  });

  test("what is put right changes no other", async () => {
    await fc.assert(
      fc.asyncProperty(report, fc.nat(), async (sections, pick) => {
        const lines = sections.flatMap((one) => one.lines);
        const gone = lines[pick % lines.length] ?? "";
        const rest = sections.map(({ title, lines }) => ({ title, lines: lines.filter((one) => one !== gone) }));
        const before = await prints(write(sections));
        expect((await prints(write(rest))).filter((one) => !before.includes(one))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});
