/**
 * server/platform/refusals/imports.ts — people's own files.
 */
import { refuse } from './refuse.ts'

const rows = (count: number) => `${count.toLocaleString('en-US')} ${count === 1 ? 'row' : 'rows'}`

export const importRefusals = {
  import_not_text: refuse<{ what: string }>(
    415,
    ({ what }) =>
      `This is ${what}, and an Excel workbook (XLSX) or a CSV file is needed. In the spreadsheet choose "Save as", and one of these.`,
  ),
  import_book_unreadable: refuse<{ why: string }>(
    422,
    ({ why }) => `The workbook cannot be read: ${why}. Open it in the spreadsheet, and save it again as XLSX or CSV.`,
  ),
  import_columns_missing: refuse<{ missing: readonly string[]; header: readonly string[] }>(
    422,
    ({ missing, header }) =>
      `The file has no column for ${missing.join(', ')}. Its first row names: ${header.join(', ').slice(0, 500) || 'nothing'}. Name the columns there as in the template.`,
  ),
  import_without_rows: refuse<Record<never, never>>(
    422,
    () => 'The file has no rows below its first one, which names the columns. Write one row for each batch and bin.',
  ),
  import_unreadable: refuse<{ line: number; why: string }>(
    422,
    ({ line, why }) => `Line ${line} of the file cannot be read: ${why}. Mend it, and upload the file again.`,
  ),
  import_too_large: refuse<{ rowsMax: number; megabytesMax: number }>(
    413,
    ({ rowsMax, megabytesMax }) =>
      `An import takes at most ${rows(rowsMax)} and ${megabytesMax} MB. Part the file into several, each with the first row.`,
  ),
  import_cut_off: refuse<{ name: string; silentMinutesMax: number }>(
    409,
    ({ name, silentMinutesMax }) =>
      `The upload of "${name}" was given up: it was abandoned, or nothing came of it for ${silentMinutesMax} minutes. Upload the file again.`,
  ),
  import_not_judged: refuse<{ number: string; judged: number; of: number }>(
    409,
    ({ number, judged, of }) =>
      `${number} is still being looked through: ${judged.toLocaleString('en-US')} of ${rows(of)}. Wait until it is done.`,
  ),
  import_rows_wrong: refuse<{ number: string; wrong: number; good: number }>(
    409,
    ({ number, wrong, good }) =>
      `${rows(wrong)} of ${number} ${wrong === 1 ? 'is' : 'are'} wrong, so all or nothing is nothing. Mend ${wrong === 1 ? 'it' : 'them'} and upload the file again, or import the ${rows(good)} that are good.`,
  ),
  import_nothing_good: refuse<{ number: string; wrong: number; known: number }>(
    409,
    ({ number, wrong, known }) =>
      `${number} has nothing to import: ${rows(wrong)} wrong, ${rows(known)} imported before. Mend the wrong ones and upload them again.`,
  ),
  import_writes_nothing: refuse<{ number: string }>(
    409,
    ({ number }) =>
      `${number} is of past shipments: they are looked at, and nothing of them is written. Read its assessment, or upload a sheet of stock to import that.`,
  ),
  import_too_many_for_all: refuse<{ number: string; good: number; most: number }>(
    409,
    ({ number, good, most }) =>
      `All or nothing takes at most ${rows(most)}, for nobody else may touch these products meanwhile; ${number} has ${rows(good)}. Import its good rows: that goes part by part.`,
  ),
  import_ended: refuse<{ number: string; committed: number }>(
    409,
    ({ number, committed }) =>
      `${number} is imported already, with ${rows(committed)}. Upload the file again for what is new in it.`,
  ),
  import_under_way: refuse<{ number: string }>(
    409,
    ({ number }) => `${number} is being imported right now. Wait until it is done.`,
  ),
} as const
