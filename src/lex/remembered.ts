import { type Conventions, USUAL } from "../model/conventions.js";

/** Texts remembered of each kind before the older half is forgotten. */
const MOST = 16_384;

/** A memory of a bounded size: what was not asked for since it was half full is forgotten. */
export class Memory<K, V extends object | string | number | boolean> {
  private young = new Map<K, V>();
  private old = new Map<K, V>();
  private readonly most: number;

  constructor(most = MOST) {
    this.most = most;
  }

  /** What was remembered, else what is made now. */
  of(key: K, make: (key: K) => V): V {
    let value = this.young.get(key);
    if (value !== undefined) return value;
    value = this.old.get(key) ?? make(key);
    if (this.young.size * 2 >= this.most) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(key, value);
    return value;
  }
}

/**
 * A reading of texts that remembers its results, since many readers ask for that of one text in turn. They are shared:
 * nobody may change them.
 */
export function remembered<V extends object>(
  read: (text: string, conventions: Conventions) => V,
): (text: string, conventions?: Conventions) => V {
  const memories = new WeakMap<Conventions, Memory<string, V>>();
  let last: Conventions | undefined;
  let memory = new Memory<string, V>();
  return (text, conventions = USUAL) => {
    if (conventions !== last) {
      memory = memories.get(conventions) ?? new Memory();
      memories.set(conventions, memory);
      last = conventions;
    }
    return memory.of(text, (one) => read(one, conventions));
  };
}
