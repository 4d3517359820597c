import { dealerStep } from '@/jobs/import/dealers'
import { peopleStep } from '@/jobs/import/people'
import { priceStep } from '@/jobs/import/prices'
import { productStep } from '@/jobs/import/products'
import { stockStep } from '@/jobs/import/stock'
import type { Step } from '@/platform/import/step'

const STEPS: Readonly<Record<string, Step>> = { dealers: dealerStep, people: peopleStep, products: productStep, prices: priceStep, stock: stockStep }

/** How the rows of a kind are made, changed and taken back. */
export function stepOf(kind: string): Step {
  const step = STEPS[kind]
  if (!step) throw new Error(`Nothing knows how to import ${kind}.`)
  return step
}
