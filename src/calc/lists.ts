/** The same, in groups by a key, each in the order in which they came. */
export function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}

export const sumOf = <T>(all: readonly T[], each: (one: T) => number): number => all.reduce((sum, one) => sum + each(one), 0);
