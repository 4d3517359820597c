import { exposureOf } from '@/domain/sales/exposure'
import { quantity } from '@/kernel/quantity'

const line = (ordered: string, cancelled: string, invoiced: string, grossMinor = 1000) => ({
  quantity: quantity(ordered),
  cancelled: quantity(cancelled),
  invoiced: quantity(invoiced),
  grossMinor,
})

describe('S16 exposure of an order', () => {
  it('S16 is the gross of what is neither billed nor cancelled', () => {
    expect(exposureOf([line('3', '0', '0')])).toBe(1000)
    expect(exposureOf([line('4', '1', '1')])).toBe(500)
    expect(exposureOf([line('3', '2', '1'), line('1', '0', '0', 7)])).toBe(7)
  })

  it('S16 never falls short of what is left by a rounded cent', () => {
    expect(exposureOf([line('3', '0', '1')])).toBe(667)
    expect(exposureOf([line('3', '0', '2')])).toBe(334)
    expect(exposureOf([line('3', '0', '3')])).toBe(0)
  })
})
