/** Pieces of a file, however they come. */
export type Pieces = Iterable<Buffer> | AsyncIterable<Buffer>

/** Where bytes of files lie. Keys come from ids and fixed words. */
export interface Store {
  /** Puts bytes under a key, whole or not at all; the same key again replaces them. */
  put: (key: string, pieces: Pieces) => Promise<{ bytes: number; sha256: string }>
  /** The bytes under a key; null when there are none. */
  get: (key: string) => Promise<Buffer | null>
  /** What lies in it, and since when; half-written files too. */
  keys: () => AsyncIterable<{ key: string; at: Date }>
  /** Removes the bytes under a key, if there are any. */
  remove: (key: string) => Promise<void>
  /** An address that gives the bytes for a minute, with this disposition and type; null where there is no such thing. */
  address: (key: string, file: { disposition: string; mime: string }) => Promise<string | null>
}
