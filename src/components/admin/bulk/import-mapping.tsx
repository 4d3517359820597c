'use client'

import { useState, type FormEvent } from 'react'
import type { ImportOption } from '@/kernel/import'
import { Card } from '@/components/admin/frame/card'
import type { ImportFacts } from '@/components/admin/bulk/import-board'
import { rowsOf } from '@/components/admin/bulk/import-state'

export interface MappedField {
  name: string
  label: string
  isRequired: boolean
  help: string
}

interface MappingProps {
  page: ImportFacts
  fields: readonly MappedField[]
  options: readonly ImportOption[]
  isTried: boolean
  onRun: (body: { isDryRun: boolean; mapping: Record<string, string>; options: Record<string, boolean> }) => Promise<void>
}

/** Which column fills which field, with the first rows as they would be read, and the two buttons that run it. */
export function ImportMapping({ page, fields, options, isTried, onRun }: MappingProps) {
  const [mapping, setMapping] = useState<Record<string, string>>(page.mapping ?? {})
  const [chosen, setChosen] = useState<Record<string, boolean>>(page.options ?? {})
  const [isBusy, setBusy] = useState(false)
  const heads = page.columns?.heads ?? []
  const missing = fields.filter(({ name, isRequired }) => isRequired && !mapping[name])
  const run = async (isDryRun: boolean) => {
    setBusy(true)
    await onRun({ isDryRun, mapping, options: chosen })
    setBusy(false)
  }
  const submitted = (event: FormEvent) => {
    event.preventDefault()
    void run(true)
  }
  return (
    <form className="tf-stack" onSubmit={submitted}>
      <Card title="Columns" note="Guessed from the heads of the file; change what is wrong.">
        <div className="tf-mapping">
          {fields.map(({ name, label, isRequired, help }) => (
            <div className="tf-field" key={name}>
              <label className="tf-label" htmlFor={`map-${name}`}>
                {label}
                {isRequired ? null : <span className="tf-muted"> (optional)</span>}
              </label>
              <select id={`map-${name}`} className="tf-input" value={mapping[name] ?? ''} onChange={(event) => setMapping({ ...mapping, [name]: event.target.value })} {...(isRequired && !mapping[name] ? { 'aria-invalid': true } : {})}>
                <option value="">{isRequired ? 'Choose…' : 'Not in the file'}</option>
                {heads.map((head) => (
                  <option key={head} value={head}>
                    {head}
                  </option>
                ))}
              </select>
              {help ? <span className="tf-help">{help}</span> : null}
            </div>
          ))}
        </div>
      </Card>
      <Preview page={page} fields={fields.filter(({ name }) => mapping[name])} mapping={mapping} />
      {options.map(({ name, label, help }) => (
        <label className="tf-check" key={name}>
          <input type="checkbox" checked={chosen[name] ?? false} onChange={(event) => setChosen({ ...chosen, [name]: event.target.checked })} />
          <span>
            {label} <span className="tf-muted">{help}</span>
          </span>
        </label>
      ))}
      <RunButtons rows={page.totalRows} isTried={isTried} isBusy={isBusy} missing={missing.map((field) => field.label)} onRun={() => void run(false)} />
    </form>
  )
}

function Preview({ page, fields, mapping }: { page: ImportFacts; fields: readonly MappedField[]; mapping: Readonly<Record<string, string>> }) {
  const rows = page.columns?.first ?? []
  if (fields.length === 0) return null
  return (
    <Card title="Preview" note={rows.length === 1 ? 'The first row' : `The first ${rows.length} rows`} flush>
      <div className="tf-scroll" tabIndex={0} role="region" aria-label="Preview">
        <table className="tf-table">
          <thead>
            <tr>
              <th scope="col">Line</th>
              {fields.map(({ name, label }) => (
                <th scope="col" key={name}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ line, values }) => (
              <tr key={line}>
                <td className="tf-muted">{line}</td>
                {fields.map(({ name }) => (
                  <td key={name}>{values[mapping[name] ?? ''] ?? ''}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}

interface RunProps {
  rows: number
  isTried: boolean
  isBusy: boolean
  missing: readonly string[]
  onRun: () => void
}

// Before the first dry run trying is the main button, after it the import itself.
function RunButtons({ rows, isTried, isBusy, missing, onRun }: RunProps) {
  const isLocked = isBusy || missing.length > 0
  return (
    <div className="tf-actions">
      <button type="submit" className="tf-button" data-look={isTried ? 'plain' : 'primary'} disabled={isLocked}>
        Try it dry
      </button>
      <button type="button" className="tf-button" data-look={isTried ? 'primary' : 'plain'} disabled={isLocked} onClick={onRun}>
        Import {rowsOf(rows)}
      </button>
      {missing.length > 0 ? <span className="tf-wrong">Choose the column with {missing.join(', ')}.</span> : <span className="tf-help">A dry run does everything and takes it back; nothing is written.</span>}
    </div>
  )
}
