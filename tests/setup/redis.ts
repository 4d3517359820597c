import { startRedis } from '../../scripts/lib/redis'

const port = 21_000 + Math.floor(Math.random() * 9_000)
// Before the first wait: the other imports of a test file, which read the environment, go on meanwhile.
process.env.REDIS_URL = `redis://127.0.0.1:${port}`

/** A Redis of this test file. Import it first: the environment names it before the configuration is read. */
export const redis = await startRedis(port)
