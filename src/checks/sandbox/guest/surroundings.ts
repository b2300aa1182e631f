/**
 * Prepares the globals that checks see: what is not there says so, and what every check uses cannot be changed by one of
 * them. `eval` and `Function` are left: what they make sees no more than the file itself. Runs in the sandbox, see `createShow`, before anything else and on globals that nobody touched.
 */
export function prepareSurroundings(): void {
  const { defineProperty, freeze, getOwnPropertyNames, getPrototypeOf, preventExtensions } = Object;
  const sameVerdict = "the same zones always give the same verdict";
  const absent = {
    Date: `there is no clock: ${sameVerdict}`,
    setTimeout: "there are no timers",
    setInterval: "there are no timers",
    fetch: "there is no network: ask dns.resolve()",
    require: "nothing can be loaded: read data files with inventory()",
    process: "there is no process: a check knows zones and data files only",
    console: "there is nobody to read it: what a check has to say is what it expects",
  };
  for (const [name, reason] of Object.entries(absent)) {
    defineProperty(globalThis, name, {
      get() {
        throw new ReferenceError(`${name} is not here: ${reason}`);
      },
    });
  }
  defineProperty(Math, "random", {
    value() {
      throw new ReferenceError(`Math.random is not here: ${sameVerdict}`);
    },
  });

  for (const name of getOwnPropertyNames(globalThis)) {
    if (name in absent || name === "globalThis") continue;
    const value = (globalThis as Record<string, unknown>)[name];
    if ((typeof value !== "object" && typeof value !== "function") || value === null) continue;
    const { prototype } = value as { prototype?: object };
    freeze(value);
    defineProperty(globalThis, name, { writable: false, configurable: false });
    if (prototype === undefined) continue;
    // Frozen, these would not let a check's own objects and errors have a `toString` or `name` of their own.
    if (prototype === Object.prototype || prototype === Function.prototype || name.endsWith("Error"))
      preventExtensions(prototype);
    else freeze(prototype);
  }
  const generator = getPrototypeOf(function* () {});
  for (const hidden of [generator, generator.prototype, getPrototypeOf([][Symbol.iterator]())])
    freeze(hidden);
}
