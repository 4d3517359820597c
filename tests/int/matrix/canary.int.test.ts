import { rm } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { SanitizedConfig } from 'payload'

import { CHANNELS } from '@/endpoints/stream'
import { table as routes } from '@/endpoints/table'
import { filesDir } from '@/platform/env'
import { idAt } from '@/platform/stream/marks'
import { drainJobs } from '@tests/builders/jobs'
import { ownerQuery } from '@tests/setup/database'
import { figures, isLong } from '@tests/int/profile'
import { plant, wordsIn, type Cell, type Planted } from './canaries'
import { anEar, logOf, type Ear } from './channels'
import { graphQueries } from './graph-query'
import { knowledgeOf } from './may-know'
import { asked, collections, internalRows, oraclesFor, someIds, tables, theirRows } from './questions'
import { twoTrees, type Subject } from './world'

/** `npm test` asks as these; the long profile as everybody. */
const QUICK = new Set([
  'administrator of D1',
  'buyer of a branch of D1',
  'HQ sales',
  'scoped key',
  'administrator of the other tree',
])

let world: Awaited<ReturnType<typeof twoTrees>>
let subjects: Subject[]
let planted: Planted
let mayKnow: (subject: string, cell: Cell) => boolean
let ear: Ear
let before: string
let logged: { lines: string[] }

beforeAll(async () => {
  world = await twoTrees()
  const everybody = [...world.subjects, world.stranger]
  subjects = everybody.filter((one) => isLong || QUICK.has(one.name))
  const internal = await internalRows(world)
  planted = await plant(tables)
  mayKnow = await knowledgeOf(everybody, internal)
  ear = await anEar(world.ours.payload, planted.cells, mayKnow)
  before = await theirRows(world)
  logged = logOf(world.ours.payload)
  // What was printed before the words were planted is gone: invoices are printed anew.
  for (const { hq } of [world.ours, world.theirs]) await rm(path.join(filesDir(), 'private', hq.id, 'invoices'), { recursive: true })
}, 180_000)

afterAll(() => {
  figures('canaries', {
    words: planted.cells.size,
    subjects: subjects.length,
    probes: ear.probes,
    leaks: ear.leaks.length,
    faults: ear.faults.length,
  })
})

const nobody = { name: 'nobody', token: '' }
const nothingHeard = () => {
  expect([...new Set(ear.leaks.map((leak) => `${leak.subject}: ${leak.asked} shows ${leak.cell}`))]).toEqual([])
  expect(ear.faults).toEqual([])
}

describe('4.4: no answer holds a word of a cell that its reader may not see', () => {
  test('every text column of every collection holds words, but those with a meaning for the program', () => {
    expect(planted.unplanted).toEqual([])
    expect(planted.cells.size).toBeGreaterThan(500)
  })

  test.each(collections)(
    'REST: lists, counts and single rows of %s, with all they point to',
    async (slug) => {
      const ids = await someIds(world, slug)
      for (const one of [...subjects, nobody]) {
        for (const query of [
          '?limit=200&depth=3',
          '?limit=200&depth=0&trash=true&draft=true',
          '?limit=1&select[id]=true&populate[organizations][name]=true',
        ])
          await ear.ask(one, 'GET', `/api/${slug}${query}`)
        await ear.ask(one, 'GET', `/api/${slug}/count`)
        for (const id of ids) await ear.ask(one, 'GET', `/api/${slug}/${id}?depth=2`)
      }
      nothingHeard()
    },
    120_000,
  )

  test('REST: an oracle of `where` finds no row by a word of a hidden one, also over what rows point to', async () => {
    const wrong: string[] = []
    for (const one of subjects) {
      for (const path of questions(one)) {
        const answer = await ear.ask(one, 'GET', path)
        if (answer.status === 200 && (answer.json() as { totalDocs: number }).totalDocs > 0)
          wrong.push(`${one.name}: ${path}`)
      }
    }
    expect(wrong).toEqual([])
    nothingHeard()
  }, 900_000)

  test('GraphQL: everything a list offers, with all it points to', async () => {
    for (const [name, queries] of await graphQueries(world.ours.payload.config as SanitizedConfig)) {
      for (const one of subjects) {
        // What points to very much is asked for with less of it: the limit of complexity stands in the way.
        const heard: string[] = []
        for (const query of queries)
          if (heard.length === 0 || / complexity /.test(heard.at(-1) ?? ''))
            heard.push((await ear.ask(one, 'POST', '/api/graphql', { query })).text)
        expect([name, /Cannot query field|cannot be read| complexity /.exec(heard.at(-1) ?? '')?.[0]]).toEqual([
          name,
          undefined,
        ])
      }
    }
    nothingHeard()
  }, 900_000)

  test.each(routes.routes.filter((route) => route.method === 'GET').map((route) => [route.path] as const))(
    'GET %s: own and foreign rows, and words to search for',
    async (path) => {
      const paths = await asked(world, path)
      for (const one of [...subjects, nobody]) for (const each of paths) await ear.ask(one, 'GET', `/api/v1${each}`)
      nothingHeard()
    },
    120_000,
  )

  test('streams tell what was missed since an hour ago, of what one may see', async () => {
    const since = idAt(Date.now() - 3_600_000)
    let told = 0
    for (const one of subjects) {
      for (const { name } of CHANNELS) {
        const { text } = await ear.ask(one, 'GET', `/api/v1/stream?channel=${name}&lastEventId=${since}`)
        told += text.split('\ndata: ').length - 1
      }
    }
    expect(told).toBeGreaterThan(5)
    nothingHeard()
  }, 600_000)

  test('printed invoices, own and foreign ones, hold what their reader may know', async () => {
    const heard = new Set<string>()
    const invoices = await ownerQuery<{ id: string }>('select id::text from invoices order by id')
    for (const one of [...subjects, nobody]) {
      for (const { id } of invoices) {
        const { status, text } = await ear.ask(one, 'GET', `/api/v1/invoices/${id}/pdf`)
        if (status === 200) for (const word of wordsIn(text)) heard.add(word)
      }
    }
    expect(heard.size).toBeGreaterThan(20)
    nothingHeard()
  }, 300_000)

  test('mails: what is written of a confirmed, a shipped and a cancelled order goes to people who may know it', async () => {
    const { payload } = world.ours
    const since = idAt(Date.now())
    const seller = subjects.find((one) => one.name === 'HQ sales')!
    const [confirmed, cancelled] = await ownerQuery<{ id: string }>(`select id from orders where organization_id = $1 and status = 'submitted' order by id`, [world.ours.hq.id])
    expect((await ear.ask(seller, 'POST', `/api/v1/orders/${confirmed!.id}/confirm`, {})).status).toBe(200)
    expect((await ear.ask(seller, 'POST', `/api/v1/orders/${cancelled!.id}/cancel`, { reason: 'No longer needed.' })).status).toBe(200)
    await drainJobs(payload)
    const mails = await ownerQuery<{ person: string; mail: string }>(
      `select person_id::text as person, jsonb_build_array("to", subject, message)::text as mail from notification_deliveries where id >= $1::uuid and person_id is not null`,
      [since],
    )
    const everybody = [...world.subjects, world.stranger]
    const told = mails.flatMap(({ person, mail }) => everybody.filter((one) => one.user === person).map((one) => ({ one, mail })))
    for (const { one, mail } of told) ear.note(one, 'a mail', mail)
    expect(told.filter(({ mail }) => wordsIn(mail).length > 0).length).toBeGreaterThan(0)
    nothingHeard()
  }, 120_000)

  test('error texts: what is refused says nothing of the row it was about', async () => {
    for (const route of routes.routes.filter((one) => one.method !== 'GET' && one.path.includes(':'))) {
      for (const each of await asked(world, route.path, world.theirs.hq.id))
        for (const one of [...subjects, nobody].filter((each) => each !== world.stranger))
          await ear.ask(one, route.method, `/api/v1${each}`, route.method === 'DELETE' ? undefined : {})
    }
    nothingHeard()
  }, 900_000)

  test('exports hold the rows of whoever asked, and so do notifications and mails', async () => {
    const { payload } = world.ours
    for (const one of subjects) {
      const lists = await ear.ask(one, 'GET', '/api/v1/exports/lists')
      if (lists.status !== 200) continue
      for (const { collection } of (lists.json() as { data: { collection: string }[] }).data)
        await ear.ask(one, 'POST', '/api/v1/exports', { collection, filter: {} })
    }
    await drainJobs(payload)
    let files = 0
    for (const one of subjects) {
      const list = await ear.ask(one, 'GET', '/api/v1/exports?limit=100')
      if (list.status !== 200) continue
      for (const { id } of (list.json() as { data: { id: string }[] }).data) {
        const file = await ear.ask(one, 'GET', `/api/v1/exports/${id}/download`)
        if (file.status === 200) files += 1
        for (const other of subjects.filter((each) => each.user !== one.user))
          expect((await ear.ask(other, 'GET', `/api/v1/exports/${id}/download`)).status).not.toBe(200)
      }
      await ear.ask(one, 'GET', '/api/v1/notifications?limit=100')
    }
    expect(files).toBeGreaterThan(3)
    nothingHeard()
  }, 900_000)

  test('writes: whatever was tried, the rows of the other tree are what they were', async () => {
    for (const slug of collections) {
      const [id] = await someIds(world, slug, world.theirs.hq.id)
      if (!id) continue
      for (const one of subjects.filter((each) => each !== world.stranger)) {
        const tried = [
          await ear.ask(one, 'PATCH', `/api/${slug}/${id}`, { name: 'taken over' }),
          await ear.ask(one, 'PATCH', `/api/${slug}?where[id][equals]=${id}`, { name: 'taken over' }),
          await ear.ask(one, 'POST', `/api/${slug}/${id}/duplicate`, {}),
          await ear.ask(one, 'DELETE', `/api/${slug}?where[id][equals]=${id}`),
          await ear.ask(one, 'DELETE', `/api/${slug}/${id}`),
        ]
        const done = tried.filter(
          ({ status, json }) =>
            status < 300 && JSON.stringify((json() as { docs?: unknown[] }).docs ?? ['one']) !== '[]',
        )
        expect([one.name, slug, done.map((answer) => answer.text)]).toEqual([one.name, slug, []])
      }
    }
    expect(await theirRows(world)).toBe(before)
    nothingHeard()
  }, 900_000)

  test('the log of all this holds no word that was planted', () => {
    // Whoever asks for a word has said it itself; nothing else of an address is logged than what was asked.
    const told = logged.lines.filter((line) => wordsIn(line).length > 0)
    expect(told.slice(0, 5)).toEqual([])
  })
})

/** All questions of the long profile; every fourth of them in `npm test`. */
function questions(one: Subject): string[] {
  const all = oraclesFor(world, one, planted, mayKnow, isLong ? 4 : 1)
  return isLong ? all : all.filter((_, index) => index % 4 === 0)
}