const KEY = Symbol.for('thoroughfare.per-process')

/**
 * Something of which a process has one. Next bundles pages and API routes apart and each bundle gets its own copy of a
 * module, so a plain `const` would be there several times.
 */
export function perProcess<T>(name: string, make: () => T): T {
  const shared = globalThis as typeof globalThis & { [KEY]?: Map<string, unknown> }
  const all = (shared[KEY] ??= new Map<string, unknown>())
  if (!all.has(name)) all.set(name, make())
  return all.get(name) as T
}
