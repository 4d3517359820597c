import { createReadStream } from 'node:fs'
import { Unzip, UnzipInflate } from 'fflate'
import { SheetProblem } from '@/platform/sheets/problem'

const MOST_BYTES = 300_000_000
const MOST_RATIO = 200
const MOST_ENTRIES = 1_000
const SMALL = 1_000_000

/**
 * Streams the wanted entries of a zip file to `onText`, piece by piece in the order they lie in it. Refuses archives
 * that unpack to more than is sensible (zip bombs), with a sentence.
 */
export async function readZip(path: string, wanted: (name: string) => boolean, onText: (name: string, text: string, isLast: boolean) => void, pause?: () => Promise<void>): Promise<void> {
  let [packed, unpacked, entries] = [0, 0, 0]
  const failures: unknown[] = []
  const unzip = new Unzip((file) => {
    entries += 1
    if (entries > MOST_ENTRIES) failures.push(new SheetProblem('The file holds too many parts to be a spreadsheet.'))
    if (!wanted(file.name)) return
    const decoder = new TextDecoder('utf-8')
    file.ondata = (error, data, isLast) => {
      if (error) return void failures.push(error)
      unpacked += data.length
      if (unpacked > MOST_BYTES || (unpacked > SMALL && unpacked > packed * MOST_RATIO)) failures.push(new SheetProblem('The file unpacks to far more than a spreadsheet should.'))
      if (failures.length === 0) onText(file.name, decoder.decode(data, { stream: !isLast }), isLast)
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  for await (const piece of createReadStream(path, { highWaterMark: 64 * 1024 }) as AsyncIterable<Buffer>) {
    packed += piece.length
    unzip.push(piece, false)
    if (failures[0]) throw failures[0]
    await pause?.()
  }
  unzip.push(new Uint8Array(0), true)
  if (failures[0]) throw failures[0]
  if (entries === 0) throw new SheetProblem('This is not an XLSX file.')
}
