import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from '@jest/globals'

const ROOT = path.resolve(import.meta.dirname, '../..')
const SERVER = ['src/platform', 'src/domain', 'src/jobs', 'src/endpoints', 'src/hooks', 'src/collections', 'src/app'].map((one) => path.join(ROOT, one))
const ONLY = path.join('src', 'platform', 'outgoing')

const filesUnder = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const full = path.join(folder, name)
    if (statSync(full).isDirectory()) return filesUnder(full)
    return /\.tsx?$/.test(name) ? [full] : []
  })

describe('4.8: one way out', () => {
  test('only platform/outgoing speaks HTTP to others', () => {
    const files = SERVER.flatMap(filesUnder).filter((file) => !path.relative(ROOT, file).startsWith(ONLY))
    expect(files.length).toBeGreaterThan(300)
    const offenders = files.filter((file) => {
      const text = readFileSync(file, 'utf8')
      const isBrowser = /^['"]use client['"]/.test(text)
      return !isBrowser && (/(^|[^.\w])fetch\(/m.test(text) || /^import (?!type ).*from '(node:)?(https?|http2|undici)'/m.test(text))
    })
    expect(offenders.map((file) => path.relative(ROOT, file))).toEqual([])
  })
})
