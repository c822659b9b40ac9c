/** One class of office.js' Excel object model, as read from office.js itself. */
export interface OfficeClass {
  readonly name: string;
  readonly properties: readonly string[];
  readonly writable: ReadonlySet<string>;
  readonly navigations: readonly string[];
  readonly methods: readonly string[];
}

const NOT_OF_THE_HOST = /^(constructor|load|retrieve|toJSON|setMockData|ensureUnchanged|set|update|track|untrack)$/;

/** Every class that the loaded office.js has: what a model could have, and the names that it must use. */
export function officeClasses(Excel: object): OfficeClass[] {
  return Object.entries(Excel).flatMap(([name, value]: [string, unknown]) => {
    const prototype: unknown = typeof value === "function" ? value.prototype : undefined;
    return typeof prototype === "object" && prototype !== null && "_className" in prototype ? [readClass(name, prototype)] : [];
  });
}

function readClass(name: string, prototype: object): OfficeClass {
  const list = (key: string) => (read(prototype, key) as readonly string[] | undefined) ?? [];
  const writable = (read(prototype, "_scalarPropertyUpdateable") as readonly boolean[] | undefined) ?? [];
  const properties = list("_scalarPropertyNames");
  return {
    name,
    properties,
    writable: new Set(properties.filter((_, i) => writable[i])),
    navigations: list("_navigationPropertyNames"),
    methods: Object.getOwnPropertyNames(prototype).filter((key) => !NOT_OF_THE_HOST.test(key) && typeof Object.getOwnPropertyDescriptor(prototype, key)?.value === "function"),
  };
}

/** Some getters of a bare prototype throw: they want an object. */
function read(prototype: object, key: string): unknown {
  try {
    return (prototype as Record<string, unknown>)[key];
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
