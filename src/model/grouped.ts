/** Puts a value into the list that a map holds under a key. */
export function pushTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** What there is by a key, in the order given. */
export function grouped<K, V>(all: Iterable<V>, keyOf: (one: V) => K): Map<K, V[]> {
  const lists = new Map<K, V[]>();
  for (const one of all) pushTo(lists, keyOf(one), one);
  return lists;
}
