'use client'

import { useState } from 'react'
import { Sheet } from '@/components/admin/act/sheet'
import { AUDIT_FORMS, formOf, useAuditExport } from '@/components/audit/use-audit-export'

interface ExportProps {
  /** The headquarters one works for. */
  organization: string
  /** What the page is narrowed to: one organization and a time. */
  of: string | undefined
  from: string | undefined
  to: string | undefined
}

/** Takes the log along as a file that can be checked without the database; what the page is narrowed to goes along. */
export function ExportAudit({ organization, of, from, to }: ExportProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="tf-actions">
      <button type="button" className="tf-button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        Export
      </button>
      {isOpen ? (
        <Sheet title="Export the audit log" intro={of ? 'The entries of the organization you narrowed to.' : 'The entries of all organizations you oversee.'} onClose={() => setOpen(false)}>
          <Form organization={organization} of={of} from={from} to={to} />
        </Sheet>
      ) : null}
    </div>
  )
}

function Form({ organization, of, from, to }: ExportProps) {
  const { run, problem, begin } = useAuditExport(organization)
  const [form, setForm] = useState(formOf(null))
  const ask = (data: FormData) => {
    const day = (name: string) => (data.get(name) ? `${data.get(name) as string}T${name === 'from' ? '00:00:00' : '23:59:59.999'}Z` : undefined)
    void begin({ ...(of ? { of } : {}), from: day('from'), to: day('to'), form })
  }
  return (
    <form action={ask}>
      <div className="tf-dialog-body">
        <div className="tf-fields">
          <label className="tf-field">
            <span className="tf-label">File</span>
            <select className="tf-input" name="form" value={form} disabled={run !== null} onChange={(event) => setForm(formOf(event.target.value))}>
              {AUDIT_FORMS.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </label>
          <label className="tf-field">
            <span className="tf-label">From</span>
            <input className="tf-input" type="date" name="from" defaultValue={from} />
          </label>
          <label className="tf-field">
            <span className="tf-label">To</span>
            <input className="tf-input" type="date" name="to" defaultValue={to} />
          </label>
        </div>
        <p className="tf-help">{AUDIT_FORMS.find(({ value }) => value === form)?.help}</p>
        {problem ? <p className="tf-wrong" role="alert">{problem}</p> : null}
      </div>
      <div className="tf-dialog-foot">
        {run?.state === 'done' ? (
          <a className="tf-button" data-look="primary" href={`/api/v1/exports/${run.id}/download`}>
            Download {run.doneRows ?? 0} entries
          </a>
        ) : (
          <button type="submit" className="tf-button" data-look="primary" disabled={run !== null}>
            {run ? 'Writing…' : 'Write the file'}
          </button>
        )}
      </div>
    </form>
  )
}
