/**
 * web/features/delivery/transit-rows.ts — rows of the table of transit times, as they are sent and as they stand in a file.
 */
import { type SheetLine, transitColumns } from '#domain/transit-sheet.ts'
import { answerOf, api, given } from '../../api/client.ts'
import type { PutBody, TransitTime } from '../../api/types.ts'

export type TransitRow = PutBody<'/v1/transit-times'>['rows'][number]

const keyOf = ({ serviceId, warehouseId, country, postalPrefix }: TransitTime) => ({
  ...given({ service: serviceId, warehouse: warehouseId, country }),
  postalPrefix,
})

/** A row without days is taken out of the table. */
export const gone = (row: TransitTime): TransitRow => ({ ...keyOf(row), transitDays: null })

/** The whole table, page by page. */
export async function allTransitTimes(): Promise<TransitTime[]> {
  const rows: TransitTime[] = []
  let cursor: string | null | undefined
  do {
    const page = await answerOf(
      api.GET('/v1/transit-times', { params: { query: { limit: 500, ...given({ cursor }) } } }),
    )
    rows.push(...page.items)
    cursor = page.next
  } while (cursor !== null)
  return rows
}

type Codes = Readonly<{ services: ReadonlyMap<string, string>; warehouses: ReadonlyMap<string, string> }>

/** As it can be imported again; by id, the codes. What writes and reads files is loaded once it is needed. */
export async function transitCsv(rows: readonly TransitTime[], { services, warehouses }: Codes): Promise<string> {
  const { stringify } = await import('csv-stringify/browser/esm/sync')
  return stringify(
    rows.map(({ serviceId, warehouseId, country, postalPrefix, transitDays, distanceKm, parcelCost }) => [
      services.get(serviceId ?? ''),
      warehouses.get(warehouseId ?? ''),
      country,
      postalPrefix,
      transitDays,
      distanceKm,
      parcelCost,
    ]),
    { header: true, columns: [...transitColumns], escape_formulas: true },
  )
}

/** Of a file, or of what was copied out of a spreadsheet. */
export async function sheetLines(text: string): Promise<SheetLine[]> {
  const { parse } = await import('csv-parse/browser/esm/sync')
  const records = parse(text, {
    bom: true,
    delimiter: [',', ';', '\t'],
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  }) as unknown as { record: string[]; info: { lines: number } }[]
  return records.map(({ record, info }) => ({ lineNo: info.lines, cells: record }))
}
