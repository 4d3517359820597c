import { z } from 'zod'
import { addToCart } from '@/domain/sales/adding'
import { ensureCart, keepHolds, openCart } from '@/domain/sales/carts'
import { mustBeActive } from '@/domain/sales/parties'
import { readPastedLines, type PastedLine } from '@/domain/sales/pasting'
import { pastedLinesFeature } from '@/domain/sales/settings'
import { refuse } from '@/kernel/errors'
import { toText } from '@/kernel/quantity'
import { mustHaveFeature } from '@/platform/features'
import { defineOperation } from '@/platform/operation'

const MOST = 500

/**
 * Puts pasted lines of `SKU quantity [unit]` into the cart: every line is checked, all good ones are added. Answers
 * `{ cart, added, failed, lines: [{ line, text, added, sentence, sku?, quantity?, unit? }] }`.
 */
export const pasteCartLines = defineOperation({
  name: 'cart.paste-lines',
  permission: 'cart.write',
  scope: 'organization',
  summary: 'Put pasted lines of SKU and quantity into the cart',
  input: z.strictObject({ text: z.string().min(1).max(50_000) }),
  run: async (ctx, { text }) => {
    await mustHaveFeature(ctx, pastedLinesFeature, ctx.organization.id)
    const pasted = readPastedLines(text)
    if (pasted.length > MOST) refuse('INPUT_INVALID', { reason: `Paste at most ${MOST} lines at once.` })
    const open = await openCart(ctx)
    mustBeActive(open.parties)
    const good = pasted.flatMap((line) => ('problem' in line ? [] : [line]))
    let cart = open.cart?.id
    const begin = (): string => (cart ??= ensureCart(ctx, open))
    const asked = good.map((line) => ({ key: String(line.line), ref: { sku: line.sku }, unit: line.unit, quantity: line.quantity }))
    const { added, problems, quote } = await addToCart(ctx, open, begin, asked)
    await keepHolds(ctx, open)
    const names = new Map(quote.lines.map((line) => [line.sku.toUpperCase(), line.name]))
    const lines = pasted.map((line) => answerOf(line, problems.get(String(line.line))?.message, names))
    return { cart: cart ?? null, added: added.size, failed: pasted.length - added.size, lines }
  },
})

function answerOf(line: PastedLine, problem: string | undefined, names: ReadonlyMap<string, string>) {
  const { line: number, text } = line
  if ('problem' in line) return { line: number, text, added: false, sentence: line.problem }
  const { sku, unit = null } = line
  const quantity = toText(line.quantity)
  const sentence = problem ?? `${quantity} × ${names.get(sku.toUpperCase()) ?? sku} added.`
  return { line: number, text, added: problem === undefined, sentence, sku, quantity, unit }
}
