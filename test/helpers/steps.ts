type Method = (this: unknown, ...args: unknown[]) => unknown;
type Patched = Record<PropertyKey, unknown>;

/** Methods of an array that go through it until their callback says where to stop. */
const WALKS = [
  ..."every some find findIndex findLast findLastIndex filter map flatMap forEach reduce reduceRight sort toSorted".split(
    " ",
  ),
];
/** Methods of an array that look for one of its elements. */
const LOOKS = ["indexOf", "lastIndexOf", "includes"];

/**
 * What work costs in steps, the same on every machine: characters that regular expressions and searches in strings go over,
 * and elements that methods and loops over arrays visit. Nothing of loops by hand. The work must be synchronous.
 */
export function stepsOf(work: () => void): number {
  let steps = 0;
  const undo: (() => void)[] = [];
  const patch = (on: object, name: PropertyKey, make: (original: Method) => Method): void => {
    const target = on as Patched;
    const original = target[name] as Method;
    const before = Object.getOwnPropertyDescriptor(target, name) as PropertyDescriptor;
    Object.defineProperty(target, name, { ...before, value: make(original) });
    undo.push(() => Object.defineProperty(target, name, before));
  };
  // Every other method that takes a pattern goes by this one, once it is no longer the engine's own.
  patch(
    RegExp.prototype,
    "exec",
    (original) =>
      function (this: unknown, ...args) {
        const pattern = this as RegExp;
        const text = String(args[0]);
        const from = pattern.global || pattern.sticky ? pattern.lastIndex : 0;
        const match = original.call(this, text) as RegExpExecArray | null;
        steps += 1 + stretch(pattern, text, from, match);
        return match;
      },
  );
  for (const name of ["indexOf", "includes"]) {
    patch(
      String.prototype,
      name,
      (original) =>
        function (this: unknown, ...args) {
          const from = Number(args[1] ?? 0);
          const at = find.call(String(this), String(args[0]), from);
          steps += 1 + Math.max(0, (at < 0 ? String(this).length : at) - from);
          return original.apply(this, args);
        },
    );
  }
  for (const name of ["split", "replaceAll"]) {
    patch(
      String.prototype,
      name,
      (original) =>
        function (this: unknown, ...args) {
          steps += 1 + String(this).length;
          return original.apply(this, args);
        },
    );
  }
  for (const name of WALKS) {
    patch(
      Array.prototype,
      name,
      (original) =>
        function (this: unknown, callback, ...rest) {
          if (typeof callback !== "function") return original.call(this, callback, ...rest);
          const counted: Method = function (this: unknown, ...args) {
            steps++;
            return (callback as Method).apply(this, args);
          };
          return original.call(this, counted, ...rest);
        },
    );
  }
  for (const name of LOOKS) {
    patch(
      Array.prototype,
      name,
      (original) =>
        function (this: unknown, ...args) {
          const length = (this as unknown[]).length;
          const found = original.apply(this, args);
          steps += typeof found === "number" && found >= 0 ? found + 1 : length;
          return found;
        },
    );
  }
  for (const name of [Symbol.iterator, "entries", "keys"]) {
    patch(
      Array.prototype,
      name,
      (original) =>
        function (this: unknown) {
          const iterator = original.call(this) as ArrayIterator<unknown>;
          const next = iterator.next;
          iterator.next = () => {
            steps++;
            return next.call(iterator);
          };
          return iterator;
        },
    );
  }
  try {
    work();
    return steps;
  } finally {
    for (const one of undo) one();
  }
}

/**
 * How many times the steps ten times the size takes: 10 where work grows as its input does. `make` makes an input of a size,
 * each with other words, so that nothing is remembered from one to the next.
 */
export function growthOf<T>(make: (size: number) => T, work: (input: T) => void, size: number): number {
  // What is made once, whatever the input, is not to be counted.
  work(make(Math.ceil(size / 2)));
  const [small, large] = [make(size), make(size * 10)];
  const few = stepsOf(() => work(small));
  return stepsOf(() => work(large)) / few;
}

const find = String.prototype.indexOf;

/** How far a pattern went: to the end of its match; without one through all of the text, unless it is tied to the start. */
function stretch(pattern: RegExp, text: string, from: number, match: RegExpExecArray | null): number {
  if (match) return match.index + match[0].length - from;
  const tied = pattern.sticky || (pattern.source.startsWith("^") && !pattern.multiline);
  return tied ? 1 : Math.max(0, text.length - from);
}
