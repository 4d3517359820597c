import type { SanitizedConfig } from 'payload'

type Named = {
  name?: string
  ofType?: Named
  getFields?: () => Readonly<Record<string, Field>>
  getTypes?: () => readonly Named[]
  getValues?: () => readonly unknown[]
}
type Field = { type: Named; args: readonly { name: string }[] }

const MOST_FIELDS = 400

/** Queries over everything a list of each collection offers, by name: with the rows it points to, and without. */
export async function graphQueries(config: SanitizedConfig): Promise<Map<string, string[]>> {
  const { configToSchema } = await import('@payloadcms/graphql')
  const query: Named | null | undefined = configToSchema(config).schema.getQueryType()
  const fields = query?.getFields?.() ?? {}
  const lists = Object.entries(fields).filter(([, field]) => 'docs' in (bare(field.type).getFields?.() ?? {}))
  return new Map(
    lists.map(([name, field]) => [
      name,
      [2, 1, 0].map(
        (levels) =>
          `{ rows: ${name}(limit: 200) { totalDocs docs ${selection(docsOf(field), levels, { left: MOST_FIELDS })} } }`,
      ),
    ]),
  )
}

function docsOf(field: Field): Named {
  const docs = bare(field.type).getFields?.()['docs']
  return docs ? bare(docs.type) : {}
}

function selection(type: Named, levels: number, budget: { left: number }): string {
  const parts = Object.entries(type.getFields?.() ?? {}).flatMap(([name, field]) => {
    const inner = bare(field.type)
    if (budget.left <= 0 || inner.getTypes) return []
    budget.left -= 1
    if (!inner.getFields) return [name]
    if (levels === 0) return []
    const below = selection(inner, levels - 1, budget)
    return below === '{ }' ? [] : [`${name} ${below}`]
  })
  return `{ ${parts.join(' ')} }`.replace('{  }', '{ }')
}

function bare(type: Named): Named {
  return type.ofType ? bare(type.ofType) : type
}
