'use client'

import { CircleAlert, CircleCheck } from 'lucide-react'
import Link from 'next/link'
import { useState, type FormEvent } from 'react'
import { useDeed } from '@/components/portal/client/use-deed'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/input'

interface Answer {
  added: number
  failed: number
  lines: { line: number; text: string; added: boolean; sentence: string }[]
}

/** Many lines at once: one `SKU quantity` per line, as copied from a spreadsheet. Each line answers for itself. */
export function PasteLines({ organization, cartHref }: { organization: string; cartHref?: string }) {
  const { act, isBusy, problem } = useDeed(organization)
  const [text, setText] = useState('')
  const [answer, setAnswer] = useState<Answer | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setAnswer(null)
    await act<Answer>('/cart/paste-lines', { body: { text } }, {
      then: (data) => {
        setAnswer(data)
        // What failed stays in the box, to be corrected and sent again.
        setText(data.lines.filter((line) => !line.added).map((line) => line.text).join('\n'))
      },
      say: ({ added, failed }) => ({ tone: failed > 0 ? 'warning' : 'success', title: `${added} added${failed > 0 ? `, ${failed} not` : ''}` }),
    })
  }
  return (
    <form className="grid gap-3" onSubmit={(event) => void submit(event)}>
      <Field label="SKU and quantity" hint="One per line, a unit may follow. Pasting from a spreadsheet works.">
        {(wiring) => (
          <Textarea
            {...wiring}
            name="lines"
            rows={5}
            required
            value={text}
            onChange={(event) => setText(event.target.value)}
            placeholder={'DEMO-001 12\nDEMO-014 2'}
            className="font-mono"
            spellCheck={false}
            autoCapitalize="characters"
          />
        )}
      </Field>
      {problem ? <Alert live tone="danger" title={problem.message} /> : null}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" busy={isBusy}>
          Add to cart
        </Button>
        {answer && answer.added > 0 && cartHref ? (
          <Link href={cartHref} className="link text-sm">
            Open cart
          </Link>
        ) : null}
      </div>
      {answer ? <Results lines={answer.lines} /> : null}
    </form>
  )
}

const Results = ({ lines }: Pick<Answer, 'lines'>) => (
  <ol className="grid gap-1.5 text-sm" aria-label="Result of each line">
    {lines.map(({ line, text, added, sentence }) => (
      <li key={line} className="flex items-start gap-2">
        {added ? <CircleCheck aria-hidden className="mt-0.5 size-4 flex-none text-success-text" /> : <CircleAlert aria-hidden className="mt-0.5 size-4 flex-none text-danger-text" />}
        <span className="min-w-0 [overflow-wrap:anywhere]">
          <span className="font-mono text-xs text-muted">{text}</span> <span className={added ? '' : 'font-medium text-danger-text'}>{sentence}</span>
        </span>
      </li>
    ))}
  </ol>
)
