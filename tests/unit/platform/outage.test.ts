import { isOutOfReach } from '@/platform/http/refusal'

const coded = (message: string, code: string, severity?: string) =>
  Object.assign(new Error(message), { code, ...(severity ? { severity } : {}) })

describe('a server that cannot be reached (PF6)', () => {
  it.each([
    ['a refused connection', coded('connect ECONNREFUSED 127.0.0.1:5432', 'ECONNREFUSED')],
    ['refusals of every address of a name', coded('', 'ECONNREFUSED')],
    ['a connection that broke', new Error('Connection terminated unexpectedly')],
    ['a full pool', new Error('timeout exceeded when trying to connect')],
    ['a server that shuts down', coded('terminating connection due to administrator command', '57P01', 'FATAL')],
    ['a server that starts', coded('the database system is starting up', '57P03', 'FATAL')],
    [
      'one of these inside another error',
      new Error('Failed query: select 1', { cause: coded('read ECONNRESET', 'ECONNRESET') }),
    ],
  ])('%s is an outage', (_, error) => {
    expect(isOutOfReach(error)).toBe(true)
  })

  it.each([
    ['a fault of ours', new TypeError('x is undefined')],
    ['a refused row', coded('duplicate key', '23505', 'ERROR')],
    ['a slow statement', coded('canceling statement due to statement timeout', '57014', 'ERROR')],
    ['nothing at all', undefined],
  ])('%s is none', (_, error) => {
    expect(isOutOfReach(error)).toBe(false)
  })
})
