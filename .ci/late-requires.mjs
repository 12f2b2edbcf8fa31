// Has a chunk of CommonJS ask for other chunks, and for Node's own modules, when something of them is first used, and not
// when it is loaded itself: what a run does not use costs it nothing.
import { parseAst } from "rolldown/parseAst";

/**
 * Makes functions of the variables at the top of a chunk that hold modules, as the bundler writes them, and calls them
 * wherever these are used: of `let name = require("it");`, perhaps followed by `name = __toESM(name);`, and of
 * `var name = __toESM(required());`. `text` is the code as a string that can be edited, and is the answer.
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
    const load = wrapper ? textOf(code, wrapper.expression.right, names, name, init) : textOf(code, init, names);
    const once = `let ${name}$; const ${name} = () => ${name}$ ??= ${load};`;
    text.overwrite(statement.start, statement.end, once);
    if (wrapper) text.remove(wrapper.start, wrapper.end);
  }
  return text;
}

/** The variable that a statement declares for a module, with what it is set to; undefined for any other statement. */
function requirement({ type, declarations = [] }) {
  const [{ id, init } = {}] = declarations;
  if (type !== "VariableDeclaration" || declarations.length !== 1 || init?.type !== "CallExpression") return undefined;
  const { callee } = init;
  const isRequire = callee.name === "require" && init.arguments[0]?.type === "Literal";
  return isRequire || (callee.property ?? callee).name === "__toESM" ? { name: id.name, init } : undefined;
}

/** The variable that a statement assigns to. */
function assigned({ type, expression }) {
  return type === "ExpressionStatement" && expression.type === "AssignmentExpression"
    ? expression.left.name
    : undefined;
}

/** The text of an expression with all uses called; `own` is a name that stands for another expression. */
function textOf(code, { start, end }, names, own, meaning) {
  let text = code.slice(start, end);
  const node = parseAst(`(${text})`).body[0].expression;
  const inner = node.type === "ParenthesizedExpression" ? node.expression : node;
  for (const use of uses(inner, names).toSorted((a, b) => b.start - a.start)) {
    const replacement = use.name === own ? code.slice(meaning.start, meaning.end) : use.text;
    text = text.slice(0, use.start - 1) + replacement + text.slice(use.end - 1);
  }
  return text;
}

/** The places below a node where one of the names is used, and means the variable at the top. */
function uses(top, names) {
  const found = [];
  visit(top, names);
  return found;

  function visit(node, visible, parent, key) {
    if (node.type === "Identifier") {
      if (visible.has(node.name) && isUse(parent, key)) add(node, node.name, `(${node.name}())`);
      return;
    }
    const inner = /Function/.test(node.type) ? without(visible, declaredIn(node, visible)) : visible;
    if (node.type === "Property" && node.shorthand && node.value.type === "Identifier") {
      if (inner.has(node.value.name)) add(node, node.value.name, `${node.value.name}: ${node.value.name}()`);
      return;
    }
    for (const [child, at] of childrenOf(node)) visit(child, inner, node, at);
  }

  function add({ start, end }, name, text) {
    found.push({ start, end, name, text });
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
    if (pattern?.type === "Identifier") {
      if (names.has(pattern.name)) found.add(pattern.name);
    } else if (pattern?.type === "AssignmentPattern") declare(pattern.left);
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
  const children = [];
  for (const key in node) {
    const value = node[key];
    if (typeof value !== "object" || value === null) continue;
    for (const child of Array.isArray(value) ? value : [value])
      if (typeof child?.type === "string") children.push([child, key]);
  }
  return children;
}
