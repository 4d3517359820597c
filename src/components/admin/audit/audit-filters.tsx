import { ACTION_WORDS, OUTCOME_WORDS, withParts, type AskedAudit } from '@/components/audit/wish'

interface FilterProps {
  asked: AskedAudit
  path: string
  names: { actor?: string | undefined; organization?: string | undefined; subject?: string | undefined }
}

/** The search of the log as a GET form: it works without script and can be kept as a bookmark. */
export function AuditFilters({ asked, path, names }: FilterProps) {
  return (
    <div className="tf-stack">
      <form className="tf-search" role="search" action={path}>
        <label className="tf-search-words">
          <span className="tf-label">Search</span>
          <input className="tf-input" name="q" type="search" minLength={2} maxLength={120} placeholder="Person, action, value or request" defaultValue={asked.q} />
        </label>
        <Choice name="action" label="Action" value={asked.action} options={ACTION_WORDS} />
        <Choice name="outcome" label="Result" value={asked.outcome} options={OUTCOME_WORDS} />
        <Day name="from" label="From" value={asked.from} />
        <Day name="to" label="To" value={asked.to} />
        {(['actor', 'organization', 'type', 'subject'] as const).map((name) => (asked[name] ? <input key={name} type="hidden" name={name} value={asked[name]} /> : null))}
        <button type="submit" className="tf-button">
          Search
        </button>
      </form>
      <Chips asked={asked} path={path} names={names} />
    </div>
  )
}

function Choice({ name, label, value, options }: { name: string; label: string; value: string | undefined; options: Readonly<Record<string, string>> }) {
  return (
    <label>
      <span className="tf-label">{label}</span>
      <select className="tf-input" name={name} defaultValue={value ?? ''}>
        <option value="">All</option>
        {Object.entries(options).map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}

function Day({ name, label, value }: { name: string; label: string; value: string | undefined }) {
  return (
    <label>
      <span className="tf-label">{label}</span>
      <input className="tf-input" type="date" name={name} defaultValue={value} />
    </label>
  )
}

function Chips({ asked, path, names }: FilterProps) {
  const chips = [
    ...(asked.actor ? [{ label: `By ${names.actor ?? 'one person'}`, href: withParts(path, asked, { actor: null }) }] : []),
    ...(asked.organization ? [{ label: `Of ${names.organization ?? 'one organization'}`, href: withParts(path, asked, { organization: null }) }] : []),
    ...(asked.subject ? [{ label: `About one ${names.subject ?? 'record'}`, href: withParts(path, asked, { subject: null, type: null }) }] : []),
  ]
  if (chips.length === 0) return null
  return (
    <div className="tf-actions" aria-label="Narrowed to">
      {chips.map(({ label, href }) => (
        <a key={label} className="tf-button" href={href} aria-label={`${label}: show all again`}>
          {label} ×
        </a>
      ))}
    </div>
  )
}
