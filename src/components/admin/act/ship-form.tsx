'use client'

import { useState } from 'react'
import { formatQuantity } from '@/components/ui/format'
import { ChoiceField, NoteField, TextField } from '@/components/admin/act/fields'
import { SendForm } from '@/components/admin/act/form'
import { Sheet } from '@/components/admin/act/sheet'
import type { DocumentLine, SpecialProps } from '@/components/admin/act/special'
import { given, quantityOf, textOf } from '@/components/admin/act/values'

/** Ships open goods of an order from one warehouse: all that is there, or less of each line. */
export function ShipForm({ action, document, onClose }: SpecialProps) {
  const warehouses = document.warehouses ?? []
  const lines = (document.lines ?? []).filter((line) => Number(line.open) > 0)
  const [warehouse, setWarehouse] = useState(() => bestOf(warehouses, lines))
  return (
    <Sheet title={`Ship ${document.title}`} intro="Goods leave the warehouse at once; the invoice follows by your settings." onClose={onClose} wide>
      <SendForm
        submit="Ship"
        done="Goods shipped"
        onClose={onClose}
        build={(form) => {
          const shipped = shippedOf(form, lines)
          if (typeof shipped === 'string') return shipped
          return { path: `/orders/${document.id}/${action.verb}`, body: given({ warehouse, lines: shipped, carrier: textOf(form, 'carrier'), trackingNumber: textOf(form, 'trackingNumber'), note: textOf(form, 'note') }) }
        }}
      >
        {(wrong) => (
          <div className="tf-fields">
            <ChoiceField name="warehouse" label="From warehouse" options={warehouses.map(({ id, name }) => ({ value: id, label: name }))} defaultValue={warehouse} onChoose={setWarehouse} wrong={wrong['warehouse']} />
            <ShipLines key={warehouse} lines={lines} warehouse={warehouse} locale={document.locale} />
            <TextField name="carrier" label="Carrier" half required={false} wrong={wrong['carrier']} />
            <TextField name="trackingNumber" label="Tracking number" half required={false} wrong={wrong['trackingNumber']} />
            <NoteField name="note" label="Note on the delivery" required={false} wrong={wrong['note']} />
          </div>
        )}
      </SendForm>
    </Sheet>
  )
}

function ShipLines({ lines, warehouse, locale }: { lines: readonly DocumentLine[]; warehouse: string; locale: string }) {
  return (
    <div className="tf-field tf-scroll">
      <table className="tf-table">
        <thead>
          <tr>
            <th>Line</th>
            <th data-align="number">Open</th>
            <th data-align="number">Here</th>
            <th data-align="number">Ship now</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => {
            const here = hereOf(line, warehouse)
            const isShort = Number(here) < Number(line.open)
            return (
              <tr key={line.id}>
                <td>
                  {line.sku}
                  <small>{line.name}</small>
                </td>
                <td data-align="number">
                  {formatQuantity(line.open, locale)} {line.unit}
                </td>
                <td data-align="number" className={isShort ? 'tf-wrong' : undefined}>
                  {formatQuantity(here, locale)}
                </td>
                <td data-align="number">
                  <input className="tf-input" style={{ width: 96 }} data-align="number" name={`line.${line.id}`} inputMode="decimal" aria-label={`Quantity of ${line.sku} to ship`} defaultValue={isShort ? here : line.open} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** The first warehouse that can send everything that is open, else the first of all. */
function bestOf(warehouses: readonly { id: string }[], lines: readonly DocumentLine[]): string {
  const whole = warehouses.find(({ id }) => lines.every((line) => Number(hereOf(line, id)) >= Number(line.open)))
  return (whole ?? warehouses[0])?.id ?? ''
}

const hereOf = (line: DocumentLine, warehouse: string): string => line.available?.find((one) => one.warehouse === warehouse)?.quantity ?? '0'

function shippedOf(form: FormData, lines: readonly DocumentLine[]): { line: string; quantity: string }[] | string {
  const shipped: { line: string; quantity: string }[] = []
  for (const { id, sku } of lines) {
    const text = textOf(form, `line.${id}`)
    if (text === undefined) continue
    const quantity = quantityOf(text)
    if (quantity === null || quantity.startsWith('-')) return `The quantity of ${sku} is no number.`
    if (Number(quantity) > 0) shipped.push({ line: id, quantity })
  }
  return shipped.length > 0 ? shipped : 'Give at least one line a quantity above zero.'
}
