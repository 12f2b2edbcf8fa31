import { branchNotFound } from "./branch-not-found.js";
import { breakdownMismatch } from "./breakdown-mismatch.js";
import { changeMismatch } from "./change-mismatch.js";
import { commitCountMismatch } from "./commit-count-mismatch.js";
import { commitDateMismatch } from "./commit-date-mismatch.js";
import { commitMisattributed } from "./commit-misattributed.js";
import { commitNotFound } from "./commit-not-found.js";
import { commitReverted } from "./commit-reverted.js";
import { commitSizeMismatch } from "./commit-size-mismatch.js";
import { commitUnreachable } from "./commit-unreachable.js";
import { countMismatch } from "./count-mismatch.js";
import { dateConflict } from "./date-conflict.js";
import { duplicateItem } from "./duplicate-item.js";
import { fileChangeMismatch } from "./file-change-mismatch.js";
import { fileCountMismatch } from "./file-count-mismatch.js";
import { fileNotFound } from "./file-not-found.js";
import { lineCountMismatch } from "./line-count-mismatch.js";
import { lineOutOfRange } from "./line-out-of-range.js";
import { listCountMismatch } from "./list-count-mismatch.js";
import { mergeConflict } from "./merge-conflict.js";
import { missingItem } from "./missing-item.js";
import { mojibake } from "./mojibake.js";
import { percentageMismatch } from "./percentage-mismatch.js";
import { placeholder } from "./placeholder.js";
import { raggedTableRow } from "./ragged-table-row.js";
import { remainingMismatch } from "./remaining-mismatch.js";
import { restatedMismatch } from "./restated-mismatch.js";
import type { Rule } from "./rule.js";
import { staleReadinessTable } from "./stale-readiness-table.js";
import { staleReport } from "./stale-report.js";
import { statusConflict } from "./status-conflict.js";
import { statusPercentageConflict } from "./status-percentage-conflict.js";
import { totalMismatch } from "./total-mismatch.js";
import { unbalancedFence } from "./unbalanced-fence.js";
import { unknownStatus } from "./unknown-status.js";
import { unusedSuppression } from "./unused-suppression.js";
import { unverifiableClaim } from "./unverifiable-claim.js";

/** Every rule, by the alphabet. */
export const rules: readonly Rule[] = [
  branchNotFound,
  breakdownMismatch,
  changeMismatch,
  commitCountMismatch,
  commitDateMismatch,
  commitMisattributed,
  commitNotFound,
  commitReverted,
  commitSizeMismatch,
  commitUnreachable,
  countMismatch,
  dateConflict,
  duplicateItem,
  fileChangeMismatch,
  fileCountMismatch,
  fileNotFound,
  lineCountMismatch,
  lineOutOfRange,
  listCountMismatch,
  mergeConflict,
  missingItem,
  mojibake,
  percentageMismatch,
  placeholder,
  raggedTableRow,
  remainingMismatch,
  restatedMismatch,
  staleReadinessTable,
  staleReport,
  statusConflict,
  statusPercentageConflict,
  totalMismatch,
  unbalancedFence,
  unknownStatus,
  unusedSuppression,
  unverifiableClaim,
];

export type { Rule, RuleContext } from "./rule.js";
