import { afterAll } from '@jest/globals'

import { dropDatabases } from './database'
import { stopPayload } from './payload'

afterAll(async () => {
  await stopPayload()
  await dropDatabases()
})
