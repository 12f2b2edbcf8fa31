import { describe, expect, test } from "vitest";
import { proseOf } from "../../src/edit/prose.js";
import { readReport } from "../helpers/check-text.js";

const TEXT = `---
owner: herring of the front matter
---

# Status of the herring

Plain herring, \`herring in code\`, <!-- herring in a comment --> <b title="herring in a tag">herring in bold</b> and more.

> Quoted herring.

- > Herring quoted in a list.
- Herring in a list.

| Item | Note |
|------|------|
| Net | herring in a cell |

\`\`\`
herring in a fence
\`\`\`
`;

describe("the report's own running text", () => {
  const report = readReport(TEXT);
  const isProse = proseOf(report);

  test.each([
    ["Status of the herring", true],
    ["Plain herring", true],
    ["and more", true],
    ["Herring in a list", true],
    ["herring in a cell", true],
    ["herring in code", false],
    ["herring in a comment", false],
    ["herring in a tag", false],
    ["herring in bold", true],
    ["Quoted herring", false],
    ["Herring quoted in a list", false],
    ["herring in a fence", false],
    ["herring of the front matter", false],
    // More than one paragraph.
    ["and more.\n\n> Quoted", false],
  ])("%j: %s", (text, expected) => {
    const start = report.source.text.indexOf(text);
    expect(start).toBeGreaterThan(0);
    expect(isProse({ start, end: start + text.length })).toBe(expected);
  });
});
