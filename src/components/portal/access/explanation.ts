/** What `/explain` answers, as far as screens show it. */
export interface Explained {
  allowed: boolean
  sentence: string
  missing: readonly { kind: string; says: string; grantedBy: readonly { name: string | null; organization: string }[] }[]
}

/** One thing that is missing and who can help with it. */
export interface Step {
  says: string
  help: string | null
}

/** The steps of an explanation in words; a colleague is named, another organization only as such. */
export function stepsOf({ missing }: Explained): Step[] {
  return missing.map(({ says, grantedBy }) => ({ says, help: grantedBy.length > 0 ? sentence(`${listed(grantedBy.map(nameOf))} can change that.`) : null }))
}

const nameOf = ({ name, organization }: { name: string | null; organization: string }) => name ?? `an administrator of ${organization}`

const listed = (names: readonly string[]) => new Intl.ListFormat('en', { type: 'disjunction' }).format(names)

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
