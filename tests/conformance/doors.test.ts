import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/**
 * Every handler that answers requests outside the route table of /api/v1, and what stands in it. A new one belongs into the
 * route table, where it is counted, guarded and asked by the access matrix; or here, with a reason.
 */
const DOORS: Record<string, { by: RegExp; because: string }> = {
  '(payload)/api/[...slug]': { by: /= timed\(guarded\(/, because: "Payload's REST and our route table" },
  '(payload)/api/graphql': { by: /= timed\(guarded\(/, because: "Payload's GraphQL; the matrix asks it for every collection" },
  '(payload)/api/csp-report': { by: /receiveReport\(/, because: 'public: browsers report; counted as strangers' },
  '(payload)/api/docs/[[...file]]': { by: /= counting\(/, because: 'public: the documentation, the same for everybody' },
  '(payload)/healthz': { by: /export function GET\(\): Response/, because: 'public: probes ask it, it touches nothing' },
  '(payload)/readyz': { by: /readiness\(/, because: 'public: probes ask it, it names no figures' },
  '(payload)/metrics': { by: /metricsFor\(request/, because: 'a token of the operator; a wrong one counts as a stranger' },
  'f/[id]': { by: /redeemLink\(request/, because: 'signed links: counted for their person, access is asked again' },
}

const ROOT = path.resolve('src/app')
const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((file) => /(^|\/)route\.(ts|tsx|js)$/.test(file))
const found = files.map((file) => ({ door: path.dirname(file), text: readFileSync(path.join(ROOT, file), 'utf8') }))

describe('handlers outside the route table', () => {
  it('are these and no others', () => {
    expect(found.map(({ door }) => door).sort()).toEqual(Object.keys(DOORS).sort())
  })

  it.each(found.map(({ door, text }) => [door, text]))('%s is counted, guarded, or a probe', (door = '', text = '') => {
    expect(text).toMatch(DOORS[door]?.by ?? /^nothing$/)
  })
})
