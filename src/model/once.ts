/** A reading that is made once for each thing and remembered as long as that lives. Results are shared: nobody may change them. */
export function oncePer<K extends object, V>(read: (thing: K) => V): (thing: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (thing) => {
    let made = known.get(thing);
    if (made === undefined) {
      made = { value: read(thing) };
      known.set(thing, made);
    }
    return made.value;
  };
}
