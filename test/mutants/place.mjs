// Where a file could be wrong by one small slip, and how: what a test should notice.
import ts from "typescript";

const K = ts.SyntaxKind;

/** What stands for an operator; several slips, where several are likely. */
const OPERATORS = new Map([
  [K.EqualsEqualsEqualsToken, ["!=="]],
  [K.ExclamationEqualsEqualsToken, ["==="]],
  [K.LessThanToken, ["<=", ">="]],
  [K.LessThanEqualsToken, ["<", ">"]],
  [K.GreaterThanToken, [">=", "<="]],
  [K.GreaterThanEqualsToken, [">", "<"]],
  [K.AmpersandAmpersandToken, ["||"]],
  [K.BarBarToken, ["&&"]],
  [K.PlusToken, ["-"]],
  [K.MinusToken, ["+"]],
  [K.AsteriskToken, ["/"]],
  [K.SlashToken, ["*"]],
]);

/** Methods that another one is easily taken for, and those that are easily forgotten (""). */
const METHODS = new Map([
  ["some", "every"],
  ["every", "some"],
  ["min", "max"],
  ["max", "min"],
  ["filter", ""],
  ["sort", ""],
  ["reverse", ""],
  ["trim", ""],
  ["slice", ""],
  ["toLowerCase", ""],
]);

/**
 * @param {string} path only for messages
 * @param {string} text TypeScript
 * @returns {{ path: string, start: number, end: number, line: number, by: string, was: string }[]} in order of the text;
 *   `start` and `end` are offsets, `by` is what is written instead
 */
export function mutantsOf(path, text) {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found = [];
  const put = (node, by, start = node.getStart(file), end = node.getEnd()) => {
    const line = file.getLineAndCharacterOfPosition(start).line + 1;
    found.push({ path, start, end, line, by, was: text.slice(start, end) });
  };
  const visit = (node) => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node)) return;
    if (ts.isBinaryExpression(node)) {
      for (const by of OPERATORS.get(node.operatorToken.kind) ?? []) put(node.operatorToken, by);
    }
    if (ts.isIfStatement(node)) for (const by of ["true", "false"]) put(node.expression, by);
    if (ts.isConditionalExpression(node)) for (const by of ["true", "false"]) put(node.condition, by);
    if (ts.isPrefixUnaryExpression(node) && node.operator === K.ExclamationToken) put(node, node.operand.getText(file));
    if (node.kind === K.TrueKeyword) put(node, "false");
    if (node.kind === K.FalseKeyword) put(node, "true");
    if (ts.isNumericLiteral(node)) put(node, `(${node.text} + 1)`);
    if (ts.isArrayLiteralExpression(node) && node.elements.length > 0 && isValue(node)) put(node, "[]");
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const { name, expression } = node.expression;
      const by = METHODS.get(name.text);
      if (by) put(name, by);
      if (by === "") put(node, "", expression.getEnd());
    }
    if (isFunction(node) && node.body && ts.isBlock(node.body) && node.body.statements.length > 0) put(node.body, "{}");
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isFunction(node) {
  return ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node) || ts.isArrowFunction(node);
}

/** Not what a variable is taken apart by. */
function isValue(node) {
  return !(ts.isBinaryExpression(node.parent) && node.parent.left === node);
}
