import type { Field, SanitizedCollectionConfig, SanitizedConfig } from 'payload'
import { permissionKeys } from '@/domain/permissions'
import { builtInRoles } from '@/domain/identity/roles'
import { machines } from '@/domain/machines'
import { machineProblems } from '@/kernel/machine'
import { metaOf, tableOf, type CollectionMeta } from '@/platform/payload/meta'

let config: SanitizedConfig
let ours: { meta: CollectionMeta; collection: SanitizedCollectionConfig }[]

beforeAll(async () => {
  process.env['DATABASE_URL'] ??= 'postgres://nobody@127.0.0.1:1/none'
  process.env['PAYLOAD_SECRET'] ??= 'a secret of at least twenty-four characters'
  const loaded = await import('@payload-config')
  config = await loaded.default
  ours = config.collections.flatMap((collection) => {
    const meta = metaOf(collection)
    return meta ? [{ meta, collection }] : []
  })
})

const ACCESS = ['create', 'read', 'readVersions', 'update', 'delete', 'unlock'] as const

describe('every collection', () => {
  it('says what it is: module, noun, tenancy, who writes it', () => {
    for (const { meta } of ours) expect(meta).toMatchObject({ module: expect.any(String), noun: expect.any(String), tenancy: expect.any(String) })
  })

  it('has an access function for every key, none of them Payload’s default (PF12)', () => {
    for (const collection of config.collections) {
      for (const key of ACCESS) {
        const access = collection.access[key]
        expect([collection.slug, key, typeof access]).toEqual([collection.slug, key, 'function'])
        const isOwnRule = collection.slug === 'payload-preferences'
        expect([collection.slug, key, !isOwnRule && access?.name === 'defaultAccess']).toEqual([collection.slug, key, false])
      }
    }
  })

  it('answers no to nobody', async () => {
    const req = { user: null, headers: new Headers(), context: {} } as never
    for (const { collection } of ours) {
      for (const key of ACCESS) expect([collection.slug, key, await collection.access[key]?.({ req } as never)]).toEqual([collection.slug, key, false])
    }
  })

  it('names permissions that exist', () => {
    for (const { meta } of ours) {
      for (const permission of [meta.read, meta.write]) {
        if (permission === null || meta.tenancy === 'user') continue
        expect([meta.slug, permission, permissionKeys.has(permission)]).toEqual([meta.slug, permission, true])
      }
    }
  })

  it('keeps slugs and tables within what PostgreSQL names allow', () => {
    for (const { meta } of ours) expect(tableOf(meta.slug).length).toBeLessThanOrEqual(24)
  })

  it('has no versions, drafts or locks on business rows', () => {
    for (const { collection } of ours) {
      expect([collection.slug, Boolean(collection.versions?.drafts), collection.lockDocuments]).toEqual([collection.slug, false, false])
    }
  })

  it('has no hasMany or polymorphic pointer, and no array on rows that operations write', () => {
    for (const { meta, collection } of ours) for (const field of collection.fields) expect(problemOf(meta, field)).toBeNull()
  })

  it('has fewer than 80 columns', () => {
    for (const { collection } of ours) expect(collection.flattenedFields.length).toBeLessThan(80)
  })
})

describe('machines', () => {
  it.each(machines.map((machine) => [machine.name, machine] as const))('%s has no unreachable or dead-end state', (_, machine) => {
    expect(machineProblems(machine)).toEqual([])
  })

  it('name permissions that exist', () => {
    for (const machine of machines) {
      for (const edge of Object.values(machine.transitions)) expect([machine.name, edge.needs, permissionKeys.has(edge.needs)]).toEqual([machine.name, edge.needs, true])
    }
  })
})

describe('permissions', () => {
  it('are held by at least one built-in role each', () => {
    const held = new Set(builtInRoles.flatMap((role) => Object.keys(role.permissions)))
    expect([...permissionKeys].filter((key) => !held.has(key))).toEqual([])
  })

  it('in built-in roles all exist', () => {
    const given = builtInRoles.flatMap((role) => Object.keys(role.permissions))
    expect(given.filter((key) => !permissionKeys.has(key))).toEqual([])
  })
})

function problemOf(meta: CollectionMeta, field: Field): string | null {
  const where = `${meta.slug}.${'name' in field ? field.name : field.type}`
  if (isManyPointer(field)) return `${where} is hasMany or polymorphic`
  return isSideTable(field) && meta.writes !== 'crud' && meta.slug !== 'users' ? `${where} lies in a side table` : null
}

function isManyPointer(field: Field): boolean {
  return (field.type === 'relationship' || field.type === 'upload') && (Boolean(field.hasMany) || Array.isArray(field.relationTo))
}

function isSideTable(field: Field): boolean {
  return field.type === 'array' || field.type === 'blocks' || (field.type === 'select' && Boolean(field.hasMany))
}
