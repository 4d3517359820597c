export type ImportField = {
  /** Name in the schema of the kind. */
  readonly name: string
  /** Head of its column in the template. */
  readonly label: string
  readonly isRequired?: boolean
  readonly example: string
  readonly help?: string
  /** Other heads that mean the same, in lower case. */
  readonly aliases?: readonly string[]
}

export type ImportOption = { readonly name: string; readonly label: string; readonly help: string }

/** What files of a kind bring in, as data: the form, the template and the guess of the mapping are made from it. */
export type ImportDefinition = {
  readonly kind: string
  readonly label: string
  /** What makes a row the same row again. */
  readonly sameBy: string
  readonly help: string
  /** Permissions a person needs besides `import.run`. */
  readonly needs: readonly string[]
  readonly fields: readonly ImportField[]
  /** Switches of the run, off unless chosen. */
  readonly options: readonly ImportOption[]
}

/** Declares a kind of import. */
export function defineImport(definition: ImportDefinition): ImportDefinition {
  return definition
}

/** Which head of a file fills which field: equal names first, then aliases, then heads that begin with the name. */
export function guessMapping({ fields }: Pick<ImportDefinition, 'fields'>, heads: readonly string[]): Record<string, string> {
  const free = new Set(heads)
  const mapping: Record<string, string> = {}
  const take = (matches: (field: ImportField, head: string) => boolean) => {
    for (const field of fields.filter(({ name }) => !(name in mapping))) {
      const head = [...free].find((one) => matches(field, plain(one)))
      if (head === undefined) continue
      mapping[field.name] = head
      free.delete(head)
    }
  }
  take(({ name, label }, head) => head === plain(name) || head === plain(label))
  take(({ aliases = [] }, head) => aliases.some((alias) => plain(alias) === head))
  take(({ name, label }, head) => head.length > 3 && (plain(label).startsWith(head) || head.startsWith(plain(name))))
  return mapping
}

/** Required fields that no column fills. */
export function missingFields({ fields }: Pick<ImportDefinition, 'fields'>, mapping: Readonly<Record<string, string>>): ImportField[] {
  return fields.filter(({ name, isRequired }) => isRequired && !mapping[name])
}

function plain(head: string): string {
  return head.toLowerCase().replace(/[^a-z0-9]+/g, '')
}
