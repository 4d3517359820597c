import { ACTION_WORDS, OUTCOME_WORDS, withParts, type AskedAudit } from '@/components/audit/wish'
import { Button, ButtonLink } from '@/components/ui/button'
import { SelectField, TextField } from '@/components/ui/field'

/** The search of the own activity as a GET form. */
export function ActivityFilters({ asked, path }: { asked: AskedAudit; path: string }) {
  const narrowed = asked.actor ? { label: 'By one person', parts: { actor: null } } : asked.subject ? { label: 'About one record', parts: { subject: null, type: null } } : null
  return (
    <form role="search" action={path} className="mb-4 grid gap-3 sm:grid-cols-2 lg:grid-cols-[minmax(0,1fr)_13rem_11rem_10rem_10rem_auto] lg:items-end">
      <TextField label="Search" name="q" type="search" minLength={2} maxLength={120} placeholder="Person, action or value" defaultValue={asked.q} />
      <SelectField label="Action" name="action" defaultValue={asked.action ?? ''} options={optionsOf(ACTION_WORDS)} />
      <SelectField label="Result" name="outcome" defaultValue={asked.outcome ?? ''} options={optionsOf(OUTCOME_WORDS)} />
      <TextField label="From" name="from" type="date" defaultValue={asked.from} />
      <TextField label="To" name="to" type="date" defaultValue={asked.to} />
      {(['actor', 'type', 'subject'] as const).map((name) => (asked[name] ? <input key={name} type="hidden" name={name} value={asked[name]} /> : null))}
      <div className="flex gap-2">
        <Button type="submit">Search</Button>
        {narrowed ? (
          <ButtonLink href={withParts(path, asked, narrowed.parts)} variant="ghost">
            {narrowed.label} ×
          </ButtonLink>
        ) : null}
      </div>
    </form>
  )
}

function optionsOf(words: Readonly<Record<string, string>>) {
  return [{ value: '', label: 'All' }, ...Object.entries(words).map(([value, label]) => ({ value, label }))]
}
