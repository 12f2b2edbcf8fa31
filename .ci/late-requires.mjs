// Has a chunk of CommonJS ask for other chunks, and for Node's own modules, when something of them is first used, and not
// when it is loaded itself: what a run does not use costs it nothing.
import { parseAst } from "rolldown/parseAst";

/**
 * Makes functions of the requires at the top of a chunk, which the bundler writes as `let name = require("it");`, perhaps
 * followed by `name = toESM(name);`, and calls them wherever the name is used. Raises an error where that cannot be right.
 */
export function lateRequires(code, text) {
  const { body } = parseAst(code);
  const late = new Map();
  for (const statement of body) {
    const declared = requirement(statement);
    if (declared) late.set(declared.name, { ...declared, statement });
    const wrapped = late.get(assigned(statement));
    if (wrapped) wrapped.wrapper = statement;
  }
  const names = new Set(late.keys());
  const moved = new Set([...late.values()].flatMap(({ statement, wrapper }) => [statement, wrapper]));
  for (const statement of body.filter((one) => !moved.has(one)))
    for (const { start, end, text: used } of uses(statement, names)) text.overwrite(start, end, used);
  for (const { name, init, statement, wrapper } of late.values()) {
    const load = wrapper ? wrapping(code, wrapper.expression.right, name, init, names) : textOf(code, init);
    const once = `let ${name}$; const ${name} = () => ${name}$ ??= ${load};`;
    text.overwrite(statement.start, statement.end, once);
    if (wrapper) text.remove(wrapper.start, wrapper.end);
  }
  return text;
}

/** What `let name = require("it");` declares. */
function requirement({ type, declarations = [] }) {
  const [{ id, init } = {}] = declarations;
  const isRequire = type === "VariableDeclaration" && declarations.length === 1 && init?.type === "CallExpression";
  if (!isRequire || init.callee.name !== "require" || init.arguments[0]?.type !== "Literal") return undefined;
  return { name: id.name, init };
}

/** The variable that a statement assigns to. */
function assigned({ type, expression }) {
  return type === "ExpressionStatement" && expression.type === "AssignmentExpression"
    ? expression.left.name
    : undefined;
}

/** `toESM(name)`, with what `name` was. */
function wrapping(code, right, name, init, names) {
  const edits = uses(right, names).map((edit) => (edit.name === name ? { ...edit, text: textOf(code, init) } : edit));
  return applied(
    textOf(code, right),
    edits.map((edit) => ({ ...edit, start: edit.start - right.start, end: edit.end - right.start })),
  );
}

/** The places below a node where one of the names is used, and means the variable at the top. */
function uses(node, names) {
  const found = [];
  visit(node, names);
  return found;

  function visit(node, names, parent, key) {
    if (node.type === "Identifier") {
      if (names.has(node.name) && isUse(parent, key))
        found.push({ start: node.start, end: node.end, name: node.name, text: `(${node.name}())` });
      return;
    }
    const inner = /Function/.test(node.type) ? without(names, declaredIn(node, names)) : names;
    if (node.type === "Property" && node.shorthand) {
      if (inner.has(node.value.name))
        found.push({
          start: node.start,
          end: node.end,
          name: node.value.name,
          text: `${node.value.name}: ${node.value.name}()`,
        });
      else if (node.value.type !== "Identifier") visit(node.value, inner, node, "value");
      return;
    }
    for (const [child, key] of childrenOf(node)) visit(child, inner, node, key);
  }
}

function isUse(parent, key) {
  if (key === "property" || key === "key") return parent.computed;
  return key !== "label";
}

/** Those of the names that a function declares for itself, be it in a block within. */
function declaredIn(scope, names) {
  const found = new Set();
  const declare = (pattern) => {
    if (pattern?.type === "Identifier") names.has(pattern.name) && found.add(pattern.name);
    else if (pattern?.type === "AssignmentPattern") declare(pattern.left);
    else if (pattern?.type === "Property") declare(pattern.value);
    else if (pattern) for (const [child] of childrenOf(pattern)) declare(child);
  };
  const visit = (node) => {
    if (node.type === "VariableDeclarator") declare(node.id);
    if (node.type === "CatchClause") declare(node.param);
    if (/^(Function|Class)Declaration$/.test(node.type)) declare(node.id);
    if (!/Function/.test(node.type)) for (const [child] of childrenOf(node)) visit(child);
  };
  for (const param of scope.params) declare(param);
  declare(scope.id);
  visit(scope.body);
  return found;
}

function without(names, others) {
  return others.size === 0 ? names : new Set([...names].filter((name) => !others.has(name)));
}

function childrenOf(node) {
  return Object.entries(node).flatMap(([key, value]) =>
    [value]
      .flat()
      .filter((child) => typeof child?.type === "string")
      .map((child) => [child, key]),
  );
}

function textOf(code, { start, end }) {
  return code.slice(start, end);
}

function applied(code, edits) {
  let text = code;
  for (const edit of edits.toSorted((a, b) => b.start - a.start))
    text = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
  return text;
}
