'use client'

import { formatQuantity } from '@/components/ui/format'
import { NoteField } from '@/components/admin/act/fields'
import { SendForm } from '@/components/admin/act/form'
import { Sheet } from '@/components/admin/act/sheet'
import type { SpecialProps } from '@/components/admin/act/special'
import { quantityOf, textOf } from '@/components/admin/act/values'

/** Credits a posted invoice, whole or by lines. */
export function CreditForm({ action, document, onClose }: SpecialProps) {
  const lines = document.lines ?? []
  return (
    <Sheet title={`Credit ${document.title}`} intro="Makes a posted credit note. Give quantities to credit single lines; leave all empty to credit the whole invoice." onClose={onClose} wide>
      <SendForm
        submit="Create credit note"
        look="danger-fill"
        done="Credit note created"
        onClose={onClose}
        next={(data) => {
          const id = (data as { id?: unknown } | null)?.id
          return typeof id === 'string' ? `/admin/collections/invoices/${id}` : null
        }}
        build={(form) => {
          const reason = textOf(form, 'reason')
          if (reason === undefined) return 'Say why it is credited; the dealer reads it on the credit note.'
          const chosen = lines.flatMap(({ id }) => {
            const quantity = quantityOf(textOf(form, `line.${id}`) ?? '')
            return quantity !== null && Number(quantity) > 0 ? [{ line: id, quantity }] : []
          })
          return { path: `/invoices/${document.id}/${action.verb}`, body: chosen.length > 0 ? { reason, lines: chosen } : { reason } }
        }}
      >
        {(wrong) => (
          <div className="tf-fields">
            <div className="tf-field tf-scroll">
              <table className="tf-table">
                <thead>
                  <tr>
                    <th>Line</th>
                    <th data-align="number">Invoiced</th>
                    <th data-align="number">Credit</th>
                  </tr>
                </thead>
                <tbody>
                  {lines.map(({ id, sku, name, open, unit }) => (
                    <tr key={id}>
                      <td>
                        {sku || name}
                        <small>{name}</small>
                      </td>
                      <td data-align="number">
                        {formatQuantity(open, document.locale)} {unit}
                      </td>
                      <td data-align="number">
                        <input className="tf-input" style={{ width: 96 }} data-align="number" name={`line.${id}`} inputMode="decimal" aria-label={`Quantity of ${sku || name} to credit`} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            <NoteField name="reason" label="Reason" wrong={wrong['reason']} />
          </div>
        )}
      </SendForm>
    </Sheet>
  )
}
