import { describe, expect, test } from '@jest/globals'

import { importDefinitions, importOf } from '@/domain/imports'
import { guessMapping, missingFields } from '@/kernel/import'

describe('the mapping of a file', () => {
  const dealers = importOf('dealers')
  if (!dealers) throw new Error('There is no import of dealers.')

  test('N7: heads are known by name, by alias and by their beginning, each once', () => {
    expect(guessMapping(dealers, ['Dealer code', 'Company', 'ZIP', 'E-Mail', 'payment_terms', 'Remarks'])).toEqual({
      code: 'Dealer code',
      name: 'Company',
      postalCode: 'ZIP',
      email: 'E-Mail',
      termsDays: 'payment_terms',
    })
  })

  test('N7: what has to be in the file and is not is named', () => {
    expect(missingFields(dealers, { code: 'Code' }).map(({ label }) => label)).toEqual(['Name'])
  })

  test('N7: every template is understood again', () => {
    for (const definition of importDefinitions) {
      const heads = definition.fields.map(({ label }) => label)
      expect(Object.keys(guessMapping(definition, heads))).toHaveLength(heads.length)
    }
  })
})
