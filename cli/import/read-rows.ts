/**
 * cli/import/read-rows.ts — streams the rows of a CSV file, whatever its encoding, with their line numbers.
 */
import { createReadStream, existsSync } from 'node:fs'
import { parse } from 'csv-parse'
import { findColumns } from '../../domain/imports/read-cells.ts'
import { wrongUse } from '../failure.ts'

export type FileRow = Readonly<{ lineNo: number; cells: readonly string[] }>

/** The first row is the header; rows come as they are, even with too few or too many cells. Blank lines are no rows. */
export async function* readRows(path: string): AsyncGenerator<FileRow> {
  if (!existsSync(path)) throw wrongUse(`There is no file "${path}".`)
  const parser = createReadStream(path).pipe(
    parse({
      bom: true,
      encoding: await encodingOf(path),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      info: true,
    }),
  )
  for await (const { record, info: where } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>)
    yield { lineNo: where.lines, cells: record.map((cell) => cell.replaceAll('\u0000', '').trim()) }
}

/** UTF-8 where every byte is; else the Windows and Latin-1 of older exports. */
async function encodingOf(path: string): Promise<'utf8' | 'latin1'> {
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of createReadStream(path)) utf8.decode(chunk as Buffer, { stream: true })
    utf8.decode()
    return 'utf8'
  } catch {
    return 'latin1'
  }
}

/** Where each wanted column stands; a name may be written in several ways. Throws naming every missing one. */
export function columnsOf<Name extends string>(
  header: readonly string[],
  wanted: Readonly<Record<Name, readonly string[]>>,
  optional: readonly Name[] = [],
): Record<Name, number> {
  const columns = findColumns(header, wanted)
  const missing = Object.entries(columns).filter(([name, at]) => at < 0 && !optional.includes(name as Name))
  if (missing.length > 0)
    throw wrongUse(
      `The file has no column for ${missing.map(([name]) => wanted[name as Name][0]).join(', ')}. Its header: ${header.join(', ')}.`,
    )
  return columns as Record<Name, number>
}
