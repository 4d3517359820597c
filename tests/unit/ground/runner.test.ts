import { select } from '../../../scripts/suites/selection'
import { type Suite, tallyOf } from '../../../scripts/suites/suite'

const suite = (name: string, exists = true): Suite => ({
  name,
  exists: () => exists,
  run: async () => ({ passed: 1, failed: 0 }),
})
const all = [suite('types'), suite('unit'), suite('int'), suite('e2e', false)]
const namesOf = (args: string[]) => {
  const { suites, pattern } = select(args, all)
  return { names: suites.map((one) => one.name), pattern }
}

describe('which suites npm test runs', () => {
  it('runs all that exist', () => {
    expect(namesOf([])).toEqual({ names: ['types', 'unit', 'int'], pattern: undefined })
  })

  it('takes a list and a pattern', () => {
    expect(namesOf(['--only', 'unit,int', 'orders'])).toEqual({ names: ['unit', 'int'], pattern: 'orders' })
  })

  it('takes names and paths', () => {
    expect(namesOf(['unit', 'int/orders'])).toEqual({ names: ['unit', 'int'], pattern: 'orders' })
  })

  it('asks for coverage without losing its place', () => {
    expect(namesOf(['--coverage', '--only', 'unit'])).toEqual({ names: ['unit'], pattern: undefined })
  })

  it('refuses a name nobody knows', () => {
    expect(() => select(['--only', 'unti'], all)).toThrow('There is no suite "unti"')
  })
})

describe('what a command counted', () => {
  it('reads its last line of figures', () => {
    expect(tallyOf({ code: 0, tail: '1 passed, 1 failed\n7 passed, 0 failed\n' })).toEqual({ passed: 7, failed: 0 })
  })

  it('counts a silent command as one question', () => {
    expect(tallyOf({ code: 0, tail: 'fine' })).toEqual({ passed: 1, failed: 0 })
    expect(tallyOf({ code: 2, tail: 'not fine' })).toEqual({ passed: 0, failed: 1 })
  })

  it('never lets a failed command pass', () => {
    expect(tallyOf({ code: 1, tail: '7 passed, 0 failed\n' })).toEqual({ passed: 7, failed: 1 })
  })
})
