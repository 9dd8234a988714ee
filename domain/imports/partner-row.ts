/**
 * domain/imports/partner-row.ts — a row of a sheet of suppliers or customers.
 */
import { type Audience, audiences, type Language, languages } from '../notices/choices.ts'
import { type CellProblem, type Cells, cellsOf, type Reading } from './read-cells.ts'
import { country, given, refuseLong, written } from './row-fields.ts'

export type SupplierItem = Readonly<{ code: string; name: string; email?: string; phone?: string; address?: string }>
export type CustomerItem = SupplierItem &
  Readonly<{ country?: string; deliveryLifeDaysMin?: number; language?: Language; audience?: Audience }>
type Read<Item> = Readonly<{ item: Item; problems: CellProblem[] }>

const address: Parameters<typeof written>[2] = {
  form: /^[^\s@]+@[^\s@]+$/,
  as: 'an e-mail address as anna@example.com',
}

function partnerIn(read: Cells): SupplierItem {
  refuseLong(read, { code: 80, name: 200, email: 254, phone: 60, address: 500 })
  return given({
    code: read.needed('code'),
    name: read.needed('name'),
    email: written(read, 'email', address),
    phone: read.text('phone'),
    address: read.text('address'),
  }) as SupplierItem
}

export function supplierRow(cells: readonly string[], reading: Reading): Read<SupplierItem> {
  const problems: CellProblem[] = []
  return { item: partnerIn(cellsOf({ cells, ...reading, problems })), problems }
}

export function customerRow(cells: readonly string[], reading: Reading): Read<CustomerItem> {
  const problems: CellProblem[] = []
  const read = cellsOf({ cells, ...reading, problems })
  const item = {
    ...partnerIn(read),
    ...given({
      country: written(read, 'country', country),
      deliveryLifeDaysMin: read.whole('delivery_life_min', { least: 0, most: 36_500 }),
      language: read.choice('language', languages),
      audience: read.choice('audience', audiences),
    }),
  }
  return { item, problems }
}
