import { addPoints, closeLimits } from '@/platform/limits/store'

// Another process over the same store: counts one key so many times, one point each, and says where it stood at the end.
const [key = '', times = '1'] = process.argv.slice(2)
const used = await Promise.all(Array.from({ length: Number(times) }, () => addPoints(key, 1, 3_600)))
process.stdout.write(`${JSON.stringify(Math.max(...used.map((one) => one.points)))}\n`)
await closeLimits()
