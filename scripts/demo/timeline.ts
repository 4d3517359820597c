/** Things to do in the past, done in the order of their instants; doing one may add others. */
export interface Timeline {
  add(at: Date, what: () => Promise<void>): void
  /** Does everything up to `until`; what lies later stays undone. */
  play(until: Date, onProgress: (done: number) => void): Promise<void>
}

interface Entry {
  at: number
  order: number
  what: () => Promise<void>
}

/** A binary heap by instant; equal instants keep the order in which they were added. */
export function timeline(): Timeline {
  const heap: Entry[] = []
  let order = 0
  return {
    add: (at, what) => push(heap, { at: at.getTime(), order: (order += 1), what }),
    play: async (until, onProgress) => {
      let done = 0
      for (let next = pop(heap); next && next.at <= until.getTime(); next = pop(heap)) {
        await next.what()
        done += 1
        onProgress(done)
      }
    },
  }
}

function push(heap: Entry[], entry: Entry): void {
  heap.push(entry)
  for (let index = heap.length - 1; index > 0; ) {
    const parent = (index - 1) >> 1
    if (!isBefore(heap, index, parent)) return
    swap(heap, index, parent)
    index = parent
  }
}

function pop(heap: Entry[]): Entry | undefined {
  const first = heap[0]
  const last = heap.pop()
  if (!first || !last || heap.length === 0) return first
  heap[0] = last
  for (let index = 0; ; ) {
    const [left, right] = [2 * index + 1, 2 * index + 2]
    const child = right < heap.length && isBefore(heap, right, left) ? right : left
    if (child >= heap.length || !isBefore(heap, child, index)) return first
    swap(heap, child, index)
    index = child
  }
}

function isBefore(heap: readonly Entry[], one: number, other: number): boolean {
  const [a, b] = [heap[one], heap[other]]
  return a !== undefined && b !== undefined && (a.at < b.at || (a.at === b.at && a.order < b.order))
}

function swap(heap: Entry[], one: number, other: number): void {
  const [a, b] = [heap[one], heap[other]]
  if (a && b) {
    heap[one] = b
    heap[other] = a
  }
}
