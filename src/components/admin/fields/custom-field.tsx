import type { JSONFieldServerProps } from 'payload'
import { customFieldsOf } from '@/domain/core/custom-fields'
import { CustomInputs } from '@/components/admin/fields/custom-inputs'
import { workOf } from '@/components/admin/frame/work'

/** The fields an organization has added to a collection, each by its type; nothing where it has none. */
export async function CustomField({ clientField, path, collectionSlug, data, readOnly }: JSONFieldServerProps & { readOnly?: boolean }) {
  const work = await workOf()
  if (!work) return null
  const owner: unknown = (data as { organization?: unknown } | undefined)?.organization
  const fields = await customFieldsOf(work.reader, typeof owner === 'string' ? owner : work.organization.id, collectionSlug)
  return fields.length === 0 ? null : <CustomInputs field={clientField} path={path} fields={fields} isLocked={readOnly === true} />
}
