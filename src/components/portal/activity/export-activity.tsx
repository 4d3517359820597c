'use client'

import { AUDIT_FORMS, formOf, useAuditExport } from '@/components/audit/use-audit-export'
import { Button, buttonLook } from '@/components/ui/button'
import { DialogButton } from '@/components/ui/dialog'
import { SelectField, TextField } from '@/components/ui/field'

interface ExportProps {
  organization: string
  of: string
  from: string | undefined
  to: string | undefined
}

/** Takes the own log along as a file that proves itself. */
export function ExportActivity(props: ExportProps) {
  return (
    <DialogButton trigger="Export" title="Export the activity" description="A file with seals shows that nothing was changed, removed or cut off; a table is there to be read.">
      <Form {...props} />
    </DialogButton>
  )
}

function Form({ organization, of, from, to }: ExportProps) {
  const { run, problem, begin } = useAuditExport(organization)
  const ask = (data: FormData) => {
    const day = (name: string) => (data.get(name) ? `${data.get(name) as string}T${name === 'from' ? '00:00:00' : '23:59:59.999'}Z` : undefined)
    void begin({ of, from: day('from'), to: day('to'), form: formOf(data.get('form')) })
  }
  return (
    <form action={ask} className="grid gap-4">
      <SelectField label="File" name="form" options={AUDIT_FORMS} disabled={run !== null} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField label="From" name="from" type="date" defaultValue={from} />
        <TextField label="To" name="to" type="date" defaultValue={to} />
      </div>
      {problem ? (
        <p role="alert" className="text-danger">
          {problem}
        </p>
      ) : null}
      {run?.state === 'done' ? (
        <a className={buttonLook({ variant: 'primary' })} href={`/api/v1/exports/${run.id}/download`}>
          Download {run.doneRows ?? 0} entries
        </a>
      ) : (
        <Button type="submit" variant="primary" disabled={run !== null}>
          {run ? 'Writing…' : 'Write the file'}
        </Button>
      )}
    </form>
  )
}
