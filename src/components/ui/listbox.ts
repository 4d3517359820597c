/**
 * Which option a key leads to in a list of options, from the active one: arrows, Home, End, or the next that begins with the letter.
 * Undefined where the key means nothing; ends do not wrap, as in a native select.
 */
export function optionForKey(key: string, options: readonly { label: string }[], active: number): number | undefined {
  const last = options.length - 1
  if (key === 'ArrowDown') return Math.min(last, active + 1)
  if (key === 'ArrowUp') return Math.max(0, active - 1)
  if (key === 'Home') return 0
  if (key === 'End') return last
  if (key.length !== 1) return undefined
  const order = options.map((_, index) => (active + 1 + index) % options.length)
  return order.find((index) => options[index]?.label.toLowerCase().startsWith(key.toLowerCase()))
}
