import { breakdownMismatch } from "./breakdown-mismatch.js";
import { commitCountMismatch } from "./commit-count-mismatch.js";
import { commitNotFound } from "./commit-not-found.js";
import { commitSizeMismatch } from "./commit-size-mismatch.js";
import { countMismatch } from "./count-mismatch.js";
import { duplicateItem } from "./duplicate-item.js";
import { fileChangeMismatch } from "./file-change-mismatch.js";
import { fileCountMismatch } from "./file-count-mismatch.js";
import { fileNotFound } from "./file-not-found.js";
import { lineCountMismatch } from "./line-count-mismatch.js";
import { lineOutOfRange } from "./line-out-of-range.js";
import { listCountMismatch } from "./list-count-mismatch.js";
import { mojibake } from "./mojibake.js";
import { percentageMismatch } from "./percentage-mismatch.js";
import { placeholder } from "./placeholder.js";
import { raggedTableRow } from "./ragged-table-row.js";
import { remainingMismatch } from "./remaining-mismatch.js";
import { restatedMismatch } from "./restated-mismatch.js";
import type { Rule } from "./rule.js";
import { statusConflict } from "./status-conflict.js";
import { statusPercentageConflict } from "./status-percentage-conflict.js";
import { totalMismatch } from "./total-mismatch.js";
import { unbalancedFence } from "./unbalanced-fence.js";

/** Every rule, by the alphabet. */
export const rules: readonly Rule[] = [
  breakdownMismatch,
  commitCountMismatch,
  commitNotFound,
  commitSizeMismatch,
  countMismatch,
  duplicateItem,
  fileChangeMismatch,
  fileCountMismatch,
  fileNotFound,
  lineCountMismatch,
  lineOutOfRange,
  listCountMismatch,
  mojibake,
  percentageMismatch,
  placeholder,
  raggedTableRow,
  remainingMismatch,
  restatedMismatch,
  statusConflict,
  statusPercentageConflict,
  totalMismatch,
  unbalancedFence,
];

export type { Rule, RuleContext } from "./rule.js";
