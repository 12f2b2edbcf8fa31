import type { Scenario } from "../../src/git/scenario.js";

export const STATUS = `# Harbour Status

Resolved: 1 of 3 (50%)

| # | Blocker | Status | Hours | Commit |
|---|---------|--------|-------|--------|
| 1 | Buoys are unlit | ✅ Done | 2h | \`{{light}}\` |
| 2 | Charts are loose | ⏳ Todo | 4h | |
| 3 | Ropes are old | ⏳ Todo | 3h | |
| **Total** | | | **8h** | |

- \`src/buoys.py\` (40 lines)

<!-- blockers:begin readiness -->
<!-- blockers:end -->
`;

const OVERVIEW = `# Overview of the harbour

<!-- blockers:begin overview -->
<!-- blockers:end -->
`;

/** A repository in which every command has something to do. */
export const HARBOUR: Scenario = {
  commits: [
    {
      name: "light",
      date: "2026-01-05T10:00:00Z",
      message: "Light the buoys",
      files: { "src/buoys.py": { lines: 30 } },
    },
    {
      name: "report",
      date: "2026-01-06T10:00:00Z",
      message: "Report",
      files: {
        "STATUS.md": STATUS,
        "docs/OVERVIEW.md": OVERVIEW,
        "blockers.yaml": 'tables:\n  overview: { reports: ["STATUS.md"] }\n',
      },
    },
  ],
  worktree: { "ours.md": "", "base.md": "", "theirs.md": "" },
};

/** Each command that does something, and what it reads from standard input. */
export const COMMANDS: readonly (readonly [name: string, argv: readonly string[], input?: string])[] = [
  ["check", ["check"]],
  ["check of a file, with all evidence wanted", ["check", "STATUS.md", "--require-evidence"]],
  ["check of standard input", ["check", "--stdin-filename", "STATUS.md", "-"], STATUS],
  ["check --fix", ["check", "--fix", "STATUS.md"]],
  ["status", ["status", "--format", "json"]],
  ["fix", ["fix", "--unsafe", "STATUS.md"]],
  ["fix of standard input", ["fix", "-"], STATUS],
  ["check --staged", ["check", "--staged"]],
  ["check --base", ["check", "--base", "HEAD~1", "--config-from", "HEAD"]],
  ["check --changed", ["check", "--changed=HEAD~1"]],
  ["check --output", ["check", "--format", "sarif", "--output-file", "out.sarif"]],
  ["table --write", ["table", "--write"]],
  ["table --check", ["table", "--check"]],
  ["baseline", ["baseline"]],
  ["init --merge-driver", ["init", "--merge-driver"]],
  ["init --hook --ci", ["init", "--hook", "--ci=github", "--config"]],
  ["doctor", ["doctor", "--format", "json"]],
  ["merge-driver", ["merge-driver", "base.md", "ours.md", "theirs.md"]],
  ["explain", ["explain", "total-mismatch"]],
  ["completion", ["completion", "bash"]],
  ["demo", ["demo"]],
];
