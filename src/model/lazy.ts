/** Makes a value when it is first asked for: what a run never needs costs it nothing. */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** A set that is made when it is first asked for. */
export function lazySet<T>(make: () => Iterable<T>): Pick<ReadonlySet<T>, "has"> {
  const all = lazy(() => new Set(make()));
  return { has: (one) => all().has(one) };
}

/** A map that is made when it is first asked for. */
export function lazyMap<K, V>(make: () => ReadonlyMap<K, V>): Pick<ReadonlyMap<K, V>, "get" | "has"> {
  const all = lazy(make);
  return { get: (key) => all().get(key), has: (key) => all().has(key) };
}
