import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { refuse } from '@/kernel/errors'

/**
 * Keeps the path of slugs from the top: "/trailers/axles/". Moving below oneself is refused. The rows below a renamed
 * or moved category are rewritten by the trigger `categories_path` of the guards.
 */
export const keepCategoryPath: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const before = (originalDoc ?? {}) as { slug?: string; path?: string }
  const slug = String(data['slug'] ?? before.slug)
  const above = await pathAbove(data['parent'] as string | null | undefined, req)
  if (before.path && above.startsWith(before.path)) refuse('INPUT_INVALID', { reason: 'A category cannot lie below itself.' })
  return { ...data, path: `${above}${slug}/` }
}

async function pathAbove(parent: string | null | undefined, req: PayloadRequest): Promise<string> {
  if (!parent) return '/'
  const found = await req.payload.findByID({ collection: 'categories', id: parent, depth: 0, req, disableErrors: true })
  return (found as { path?: string | null } | null)?.path ?? '/'
}
