/** A way of paying in words: `bank-transfer` → "Bank transfer". */
export function methodName(method: string): string {
  const words = method.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
