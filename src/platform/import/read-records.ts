import { createReadStream, existsSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse'
import type { Source } from '@/platform/import/step'

interface Parsed {
  record: Record<string, string>
  info: { lines: number }
}

/** The records of a UTF-8 CSV file with headers and the line each ends on; throws a sentence for a broken file. */
export async function readRecords(folder: string, file: string): Promise<Source[]> {
  const full = path.join(folder, file)
  if (!existsSync(full)) throw new Error(`${file} is missing in ${folder}.`)
  const parser = createReadStream(full).pipe(parse({ columns: true, bom: true, info: true, relax_column_count: false, skip_empty_lines: true }))
  const records: Source[] = []
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) records.push({ line: info.lines, values: record })
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
  return records
}
