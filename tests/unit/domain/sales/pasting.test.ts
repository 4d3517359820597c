import { readPastedLines } from '@/domain/sales/pasting'
import { quantity } from '@/kernel/quantity'

describe('pasted lines', () => {
  it.each([
    ['BK-100 12', 'BK-100', '12', undefined],
    ['BK-100\t12\tCASE', 'BK-100', '12', 'CASE'],
    ['BK-100;2.5;KG', 'BK-100', '2.5', 'KG'],
    ['BK-100, 3', 'BK-100', '3', undefined],
    ['  BK-100   7  ', 'BK-100', '7', undefined],
  ])('reads "%s"', (text, sku, amount, unit) => {
    expect(readPastedLines(text)).toEqual([{ line: 1, text: text.trim(), sku, quantity: quantity(amount), unit }])
  })

  it('keeps the numbers of lines and skips empty ones, whatever ends them', () => {
    expect(readPastedLines('A 1\r\n\r\nB 2\n').map(({ line, text }) => [line, text])).toEqual([[1, 'A 1'], [3, 'B 2']])
  })

  it.each(['BK-100', 'BK-100 many', 'two words 3 PCS extra', '12'])('says how to write "%s"', (text) => {
    expect(readPastedLines(text)).toMatchObject([{ problem: expect.stringContaining('Write a SKU') }])
  })

  it.each(['A 0', 'A 1.2.3', 'A 1.1234567'])('refuses the quantity of "%s"', (text) => {
    expect(readPastedLines(text)).toMatchObject([{ problem: expect.any(String) }])
  })
})
