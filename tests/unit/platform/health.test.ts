import { alarmsOf, readingsOf, worst, type TreeFacts } from '@/domain/health/readings'
import { metricsText } from '@/platform/health/metrics'
import type { MachineFacts } from '@/platform/health/machine'
import { carriesToken } from '@/platform/health/token'
import { observed, nameRoute, percentile, trafficByRoute } from '@/platform/health/traffic'
import { READINGS } from '@tests/builders/health'

const at = new Date('2026-11-20T12:00:00Z')
const ago = (minutes: number) => new Date(at.getTime() - minutes * 60_000)

const machine: MachineFacts = {
  version: '1.2.3',
  at,
  database: { version: '18.0', milliseconds: 1, bytes: 12_300_000, connections: 5, most: 100, oldestTransaction: 0 },
  migrations: { pending: [] },
  pool: { most: 20, open: 3, idle: 3, waiting: 0 },
  queues: [{ queue: 'events', waiting: 0, active: 0, delayed: 0, failed: 0, lagSeconds: 0 }],
  disk: { usedPercent: 40, freeBytes: 5e9 },
  files: { isWritable: true },
  mail: { isConfigured: true, isReachable: true },
  backup: { isWatched: true, at: ago(60) },
}
const tree: TreeFacts = {
  outbox: { waiting: 0, since: null },
  mails: { pending: 0, failed: 0, sent: 3 },
  failedJobs: 0,
  doctor: { id: 'x', at: ago(120), asked: 320, tookMs: 900, findings: [] },
  thresholds: { outboxMinutes: 2, diskPercent: 80, backupHours: 26 },
}
const stateOf = (key: string, m: Partial<MachineFacts>, t: Partial<TreeFacts> = {}) =>
  readingsOf({ ...machine, ...m }, { ...tree, ...t }).find((one) => one.key === key)?.state

describe('readings of the health page', () => {
  it('are fine, and give no advice, when all is well', () => {
    const readings = readingsOf(machine, tree)
    expect(worst(readings)).toBe('ok')
    expect(readings.filter(({ todo }) => todo !== null)).toEqual([])
    expect(readings.map(({ key }) => key)).toEqual(
      expect.arrayContaining([...READINGS]),
    )
  })

  it.each([
    ['outbox', {}, { outbox: { waiting: 3, since: ago(2.1) } }, 'bad'],
    ['outbox', {}, { outbox: { waiting: 3, since: ago(1.9) } }, 'warn'],
    ['jobs', {}, { failedJobs: 1 }, 'bad'],
    ['disk', { disk: { usedPercent: 81, freeBytes: 1 } }, {}, 'bad'],
    ['disk', { disk: { usedPercent: 80, freeBytes: 1 } }, {}, 'warn'],
    ['backup', { backup: { isWatched: true, at: ago(26 * 60 + 1) } }, {}, 'bad'],
    ['backup', { backup: { isWatched: true, at: null } }, {}, 'bad'],
    ['backup', { backup: { isWatched: false, at: null } }, {}, 'warn'],
    [
      'doctor',
      {},
      { doctor: { id: 'x', at: ago(1), asked: 1, tookMs: 1, findings: [{ id: 'Q01', says: 's', offenders: [] }] } },
      'bad',
    ],
    ['doctor', {}, { doctor: null }, 'warn'],
    ['migrations', { migrations: { pending: ['2027'] } }, {}, 'bad'],
    ['database', { database: null }, {}, 'bad'],
    ['queues', { queues: null }, {}, 'bad'],
    ['files', { files: { isWritable: false } }, {}, 'bad'],
    ['mail', { mail: { isConfigured: false, isReachable: false } }, {}, 'warn'],
    ['mail', { mail: { isConfigured: true, isReachable: false } }, {}, 'bad'],
    ['pool', { pool: { most: 20, open: 20, idle: 0, waiting: 1 } }, {}, 'warn'],
  ] as const)('6.11: %s with %j %j is %s %s', (key, m, t, state) => {
    expect(stateOf(key, m as Partial<MachineFacts>, t as Partial<TreeFacts>)).toBe(state)
  })

  it('6.11: thresholds are settings', () => {
    const thresholds = { outboxMinutes: 10, diskPercent: 95, backupHours: 100 }
    expect(stateOf('disk', { disk: { usedPercent: 84, freeBytes: 1 } }, { thresholds })).toBe('ok')
    expect(stateOf('outbox', {}, { thresholds, outbox: { waiting: 1, since: ago(4) } })).toBe('ok')
  })

  it('only what somebody must do something about rings', () => {
    const alarms = alarmsOf(
      readingsOf({ ...machine, disk: { usedPercent: 99, freeBytes: 1 }, database: null }, { ...tree, failedJobs: 2 }),
    )
    expect(alarms.map(({ key }) => key)).toEqual(['disk', 'jobs'])
    expect(alarms[0]?.says).toMatch(/99 % used/)
    expect(alarms[0]?.todo).toMatch(/Make room/)
  })
})

describe('/metrics', () => {
  it('has a figure of each kind, in a form Prometheus reads', () => {
    const rows = { outboxWaiting: 2, outboxAge: 12.5, doctorRows: 0, doctorAge: 60, alarms: 0 }
    const text = metricsText(machine, rows, [
      { route: 'GET /api/v1/orders/:id', count: 4, seconds: 1, faults: 1, p95: 0.5 },
    ])
    for (const line of text.trim().split('\n'))
      expect(line).toMatch(/^(# (HELP|TYPE) thoroughfare_\w+ .+|thoroughfare_\w+(\{\w+="[^"]*"\})? -?[\d.e+-]+)$/)
    expect(text).toContain('thoroughfare_up 1')
    expect(text).toContain('thoroughfare_outbox_age_seconds 12.5')
    expect(text).toContain('thoroughfare_queue_dead{queue="events"} 0')
    expect(text).toContain('thoroughfare_http_request_seconds_p95{route="GET /api/v1/orders/:id"} 0.5')
    expect(text).toContain('thoroughfare_http_faults_total{route="GET /api/v1/orders/:id"} 1')
  })

  it('says that it is down when nothing could be measured', () => {
    expect(metricsText(null, null, [])).toContain('thoroughfare_up 0')
  })

  it('takes its token from the Authorization header alone', () => {
    const carries = (authorization?: string) =>
      carriesToken(new Headers(authorization ? { authorization } : {}), 'a token of some length')
    expect(carries('Bearer a token of some length')).toBe(true)
    expect(carries('Bearer a token of some lengtH')).toBe(false)
    expect(carries('a token of some length')).toBe(false)
    expect(carries()).toBe(false)
  })

  it('knows the 95th percentile and the faults of a route', async () => {
    expect(
      percentile(
        Array.from({ length: 100 }, (_, index) => index + 1),
        0.95,
      ),
    ).toBe(95)
    expect(percentile([], 0.95)).toBe(0)
    await observed('GET /api/v1', () => {
      nameRoute('GET /api/v1/things/:id')
      return Promise.resolve(new Response(null, { status: 503 }))
    })
    await expect(observed('GET /api/other', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    const seen = Object.fromEntries(trafficByRoute().map(({ route, count, faults }) => [route, [count, faults]]))
    expect(seen).toEqual({ 'GET /api/v1/things/:id': [1, 1], 'GET /api/other': [1, 1] })
  })
})
