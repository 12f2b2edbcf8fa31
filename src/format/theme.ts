import { Chalk } from "chalk";
import type { Severity } from "../model/diagnostic.js";
import type { Status } from "../model/status.js";

export type Paint = (text: string) => string;

/** What a piece of output is, rather than how it looks. */
export interface Theme {
  readonly path: Paint;
  readonly error: Paint;
  readonly warning: Paint;
  readonly info: Paint;
  readonly ok: Paint;
  readonly dim: Paint;
  readonly bold: Paint;
  readonly figure: Paint;
}

const identity: Paint = (text) => text;

const PLAIN: Theme = {
  path: identity,
  error: identity,
  warning: identity,
  info: identity,
  ok: identity,
  dim: identity,
  bold: identity,
  figure: identity,
};

/** The theme for a sink with or without colour; the environment is never asked. */
export function createTheme(color: boolean): Theme {
  if (!color) return PLAIN;
  // The sixteen colours that every terminal's own scheme defines.
  const chalk = new Chalk({ level: 1 });
  // Chalk joins all its arguments, which would print the extra ones of map() and replace().
  const single =
    (paint: Paint): Paint =>
    (text) =>
      paint(text);
  return {
    path: single(chalk.bold),
    error: single(chalk.red),
    warning: single(chalk.yellow),
    info: single(chalk.blue),
    ok: single(chalk.green),
    dim: single(chalk.dim),
    bold: single(chalk.bold),
    figure: single(chalk.cyan),
  };
}

/** The paint of a severity. */
export function severityPaint(theme: Theme, severity: Severity): Paint {
  return theme[severity];
}

const STATUS_ROLES: Readonly<Record<Status, keyof Theme>> = {
  done: "ok",
  "in-progress": "info",
  partial: "warning",
  todo: "bold",
  blocked: "error",
  failed: "error",
  deferred: "dim",
  unknown: "dim",
};

/** The paint of an item's status. */
export function statusPaint(theme: Theme, status: Status): Paint {
  return theme[STATUS_ROLES[status]];
}
