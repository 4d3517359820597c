import { freshDatabase } from './database'

await freshDatabase()
