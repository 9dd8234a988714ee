import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { csvOf } from '../csv.ts'
import type { Tally } from './summary.ts'

/** Every line that became no order, return or adjustment, with its reason: for a person's spreadsheet. */
export function writeReport(path: string, { odd, bad, refused }: Tally): Promise<void> {
  const rows = [
    ...bad,
    ...refused,
    ...odd.map(({ what, ...line }) => ({ ...line, kind: 'no goods', reason: what })),
  ].sort((a, b) => a.lineNo - b.lineNo)
  const columns = { lineNo: 'line', invoice: 'invoice', code: 'code', kind: 'kind', reason: 'reason' }
  return pipeline(Readable.from(rows), csvOf(columns), createWriteStream(path))
}
