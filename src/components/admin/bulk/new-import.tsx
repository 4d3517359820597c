'use client'

import { useRouter } from 'next/navigation'
import { useState, type FormEvent } from 'react'
import { Card } from '@/components/admin/frame/card'

interface Kind {
  kind: string
  label: string
  help: string
  sameBy: string
}

/** What the file holds, its template, and the file itself. */
export function NewImport({ kinds, chosen }: { kinds: readonly Kind[]; chosen: string }) {
  const [kind, setKind] = useState(kinds.find((one) => one.kind === chosen)?.kind ?? kinds[0]?.kind ?? '')
  const { problem, isBusy, upload } = useUpload()
  const current = kinds.find((one) => one.kind === kind)
  return (
    <Card title="New import">
      <form className="tf-form" onSubmit={(event) => void upload(event)}>
        <div className="tf-fields">
          <div className="tf-field" data-half>
            <label className="tf-label" htmlFor="import-kind">
              What the file holds
            </label>
            <select id="import-kind" name="kind" className="tf-input" value={kind} onChange={(event) => setKind(event.target.value)}>
              {kinds.map((one) => (
                <option key={one.kind} value={one.kind}>
                  {one.label}
                </option>
              ))}
            </select>
          </div>
          <div className="tf-field" data-half>
            <label className="tf-label" htmlFor="import-file">
              CSV or XLSX file
            </label>
            <input id="import-file" name="file" type="file" required className="tf-input" accept=".csv,.txt,.xlsx,text/csv" />
          </div>
        </div>
        {current ? (
          <p className="tf-help">
            {current.help} A row is the same again by: {current.sameBy}. Template as <a className="tf-link" href={`/api/v1/imports/kinds/${kind}/template`}>CSV</a> or{' '}
            <a className="tf-link" href={`/api/v1/imports/kinds/${kind}/template?format=xlsx`}>XLSX</a>.
          </p>
        ) : null}
        {problem ? <p className="tf-wrong" role="alert">{problem}</p> : null}
        <div className="tf-actions">
          <button type="submit" className="tf-button" data-look="primary" disabled={isBusy}>
            {isBusy ? 'Reading the file…' : 'Upload'}
          </button>
        </div>
      </form>
    </Card>
  )
}

interface Uploaded {
  success: boolean
  data?: { id: string }
  error?: { message: string }
}

function useUpload() {
  const router = useRouter()
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const upload = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setBusy(true)
    try {
      const response = await fetch('/api/v1/imports', { method: 'POST', body: new FormData(event.currentTarget) })
      const { data, error } = (await response.json()) as Uploaded
      if (data) return router.push(`/admin/imports/${data.id}`)
      setProblem(error?.message ?? 'The file could not be taken.')
    } catch {
      setProblem('The server did not answer. Look below whether the file arrived before you try again.')
    }
    setBusy(false)
  }
  return { problem, isBusy, upload }
}
