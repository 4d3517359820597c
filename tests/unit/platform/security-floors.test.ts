import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'

type Lock = { packages: Record<string, { version?: string }> }

const read = <T>(file: string): T => JSON.parse(readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8')) as T

const floors = read<Record<string, { minimum: string; why: string }>>('security/floors.json')
const lock = read<Lock>('package-lock.json')
const declared = read<{ dependencies: Record<string, string>; devDependencies: Record<string, string> }>('package.json')

const partsOf = (version: string) => version.split('.').map(Number)
const isAtLeast = (version: string, minimum: string) => {
  const [own, wanted] = [partsOf(version), partsOf(minimum)]
  const at = wanted.findIndex((part, index) => own[index] !== part)
  return at === -1 || (own[at] ?? 0) > (wanted[at] ?? 0)
}

describe('PF15: versions', () => {
  test.each(Object.entries(floors))('every %s that is installed is not older than what advisories ask for', (name, { minimum }) => {
    const installed = Object.entries(lock.packages).flatMap(([path, { version }]) => (path.endsWith(`node_modules/${name}`) && version ? [version] : []))
    expect(installed).not.toHaveLength(0)
    expect(installed.filter((version) => !isAtLeast(version, minimum))).toEqual([])
  })

  test('every pin is exact, and Payload’s packages are of one version', () => {
    const pins = Object.entries({ ...declared.dependencies, ...declared.devDependencies })
    expect(pins.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
    const ofPayload = pins.filter(([name]) => name === 'payload' || name.startsWith('@payloadcms/'))
    expect(new Set(ofPayload.map(([, version]) => version))).toEqual(new Set([declared.dependencies['payload']]))
  })
})
