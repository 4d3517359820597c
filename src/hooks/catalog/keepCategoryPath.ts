import type { CollectionBeforeChangeHook } from 'payload'
import { refuse } from '@/kernel/errors'

/**
 * Keeps the path of slugs from the top: "/trailers/axles/". Moving below oneself is refused. The rows below a renamed
 * or moved category are rewritten by the trigger `categories_path` of the guards.
 */
export const keepCategoryPath: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const slug = String(data['slug'] ?? (originalDoc as { slug?: string } | undefined)?.slug)
  const parentId = data['parent'] as string | null | undefined
  if (!parentId) return { ...data, path: `/${slug}/` }
  const parent = (await req.payload.findByID({ collection: 'categories', id: parentId, depth: 0, req, disableErrors: true })) as
    | { path?: string | null; id: string }
    | null
  if (!parent) return data
  const own = (originalDoc as { path?: string } | undefined)?.path
  if (own && parent.path?.startsWith(own)) refuse('INPUT_INVALID', { reason: 'A category cannot lie below itself.' })
  return { ...data, path: `${parent.path ?? '/'}${slug}/` }
}
