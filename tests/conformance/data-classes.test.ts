import type { SanitizedCollectionConfig, SanitizedConfig } from 'payload'
import { exportDefinitions } from '@/domain/exports'
import { DATA_CLASSES, MASKED, PII_KINDS } from '@/kernel/data-class'
import { redacted } from '@/platform/log-redaction'
import { classOf } from '@/platform/payload/data-class'
import { metaOf, tableOf } from '@/platform/payload/meta'

let ours: SanitizedCollectionConfig[]

beforeAll(async () => {
  process.env['DATABASE_URL'] ??= 'postgres://nobody@127.0.0.1:1/none'
  process.env['PAYLOAD_SECRET'] ??= 'a secret of at least twenty-four characters'
  const loaded = await import('@payload-config')
  const config: SanitizedConfig = await loaded.default
  ours = config.collections.filter((collection) => metaOf(collection) !== undefined)
})

/** Names that tell about a person or a secret wherever they stand; a new field of such a name must say its class. */
const PERSONAL = /(^|[a-z])(email|phone|personName|recipient|line1|line2|postalCode|iban|birth)/i
const SECRET = /(^salt$|^hash$|password|secret|^token$|sessions$|creditLimit|unitCost)/i

const fieldsOf = () => ours.flatMap((collection) => collection.flattenedFields.map((field) => ({ slug: collection.slug, field, said: classOf(field) })))

describe('data classes', () => {
  it('every field of every collection has a class, and says whether it is personal', () => {
    const wrong = fieldsOf().filter(({ said }) => !said || !DATA_CLASSES.includes(said.class) || (said.pii !== null && !PII_KINDS.includes(said.pii)))
    expect(wrong.map(({ slug, field }) => `${slug}.${field.name}`)).toEqual([])
  })

  it('personal values are confidential at least, and names that sound personal are', () => {
    const all = fieldsOf()
    expect(all.filter(({ said }) => said?.pii && ['public', 'internal'].includes(said.class)).map(({ slug, field }) => `${slug}.${field.name}`)).toEqual([])
    expect(all.filter(({ field, said }) => PERSONAL.test(field.name) && field.type !== 'checkbox' && !said?.pii).map(({ slug, field }) => `${slug}.${field.name}`)).toEqual([])
  })

  it('secrets, costs and credit limits are restricted', () => {
    const wrong = fieldsOf().filter(({ field, said }) => SECRET.test(field.name) && said?.class !== 'restricted')
    expect(wrong.map(({ slug, field }) => `${slug}.${field.name}`)).toEqual([])
  })

  it('a column of an export that shows a restricted field is masked without a permission of its own', () => {
    const restricted = fieldsOf().filter(({ said }) => said?.class === 'restricted')
    for (const { collection, columns } of exportDefinitions) {
      const here = restricted.filter(({ slug }) => slug === collection || columns.length === 0)
      for (const { head, sql, class: sensitivity } of columns) {
        const shows = here.some(({ field }) => new RegExp(`\\bt\\.${columnOf(field.name)}\\b`).test(sql))
        expect([tableOf(collection), head, sensitivity === 'restricted']).toEqual([tableOf(collection), head, shows])
      }
    }
  })

  it('logs show neither secrets nor personal values, and leave the rest alone', () => {
    const line = { msg: 'x', requestId: 'r', user: { id: '1', email: 'a@b.example', phone: '1' }, list: [{ token: 't' }], password: 'p', name: 'job', nothing: null }
    expect(redacted(line)).toEqual({
      ...{ msg: 'x', requestId: 'r', name: 'job', nothing: null, password: MASKED },
      ...{ user: { id: '1', email: MASKED, phone: MASKED }, list: [{ token: MASKED }] },
    })
  })
})

function columnOf(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase()
}
