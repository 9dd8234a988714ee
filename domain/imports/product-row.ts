/**
 * domain/imports/product-row.ts — a row of a sheet of products.
 */
import { normaliseGtin } from '../gs1/check-digit.ts'
import { quantityMax } from '../ledger.ts'
import { allergens, hazards, temperatures } from '../storage/classes.ts'
import { packNames, packSlots } from './fields.ts'
import { type KitPart, partsIn } from './kit-cell.ts'
import { type CellProblem, type Cells, cellsOf, type Reading } from './read-cells.ts'
import { given, refuseLong } from './row-fields.ts'

export type ProductItem = Readonly<{
  sku: string
  name: string
  category?: string
  baseUnit?: 'each' | 'gram' | 'millilitre'
  tracking?: 'none' | 'batch' | 'serial'
  dates?: 'none' | 'optional' | 'required'
  rotation?: 'fefo' | 'fifo' | 'lifo'
  lifeDays?: number
  receiptLifeDaysMin?: number
  deliveryLifeDaysMin?: number
  storage?: (typeof temperatures)[number]
  hazard?: (typeof hazards)[number]
  allergens?: (typeof allergens)[number][]
  gtin?: string
  packs?: readonly Readonly<{ name: string; quantity: number; gtin?: string }>[]
  kit?: readonly KitPart[]
}>

const daysMax = 36_500

/** Law: where nothing is complained of, the product is well formed. */
export function productRow(
  cells: readonly string[],
  reading: Reading,
): Readonly<{ item: ProductItem; problems: CellProblem[] }> {
  const problems: CellProblem[] = []
  const read = cellsOf({ cells, ...reading, problems })
  const item = productIn(read)
  refuseLong(read, { sku: 80, name: 300, category: 200, ...Object.fromEntries(packSlots.map((slot) => [slot, 80])) })
  return { item, problems }
}

/** What its cells say, and complaints where they cannot be. */
export function productIn(read: Cells): ProductItem {
  const product = given({
    sku: read.needed('sku'),
    name: read.needed('name'),
    category: read.text('category'),
    baseUnit: read.choice('unit', ['each', 'gram', 'millilitre']),
    tracking: read.choice('tracking', ['none', 'batch', 'serial']),
    dates: read.choice('dates', ['none', 'optional', 'required']),
    rotation: read.choice('rotation', ['fefo', 'fifo', 'lifo']),
    lifeDays: read.whole('life_days', { least: 1, most: daysMax }),
    receiptLifeDaysMin: read.whole('receipt_life_min', { least: 0, most: daysMax }),
    deliveryLifeDaysMin: read.whole('delivery_life_min', { least: 0, most: daysMax }),
    storage: read.choice('storage', temperatures),
    hazard: read.choice('hazard', hazards),
    allergens: allergensIn(read),
    gtin: gtinIn(read, 'gtin'),
    packs: packsIn(read),
    kit: partsIn(read),
  }) as ProductItem
  if (product.tracking === 'none' && product.dates !== undefined && product.dates !== 'none')
    read.complain('dates', 'must be none where no batches are tracked: there is nothing to keep a date with')
  if (product.kit && product.baseUnit !== undefined && product.baseUnit !== 'each')
    read.complain('kit', `cannot be: ${product.sku} is not counted in pieces`)
  return product
}

/** `milk; nuts`. */
function allergensIn(read: Cells): (typeof allergens)[number][] | undefined {
  const named = read
    .text('allergens')
    ?.split(/[;,]/)
    .map((one) => one.trim().toLowerCase())
  const unknown = named?.find((one) => !(allergens as readonly string[]).includes(one))
  if (unknown !== undefined) read.complain('allergens', `must be of ${allergens.join(', ')}, not "${unknown}"`)
  return named as (typeof allergens)[number][] | undefined
}

function gtinIn(read: Cells, name: string): string | undefined {
  const text = read.text(name)
  if (text === undefined) return undefined
  const gtin = normaliseGtin(text)
  if (!gtin.ok) read.complain(name, gtin.problem)
  return gtin.ok ? gtin.gtin : text
}

type Pack = NonNullable<ProductItem['packs']>[number]

/** Those beside the single unit; each is called by another name. */
function packsIn(read: Cells): ProductItem['packs'] {
  const packs: Pack[] = []
  for (const slot of packSlots) {
    const pack = packIn(read, slot)
    if (pack && packs.some(({ name }) => name === pack.name))
      read.complain(slot, `is "${pack.name}", and so is another pack of the row: call each by its own name`)
    if (pack) packs.push(pack)
  }
  return packs.length > 0 ? packs : undefined
}

function packIn(read: Cells, slot: (typeof packSlots)[number]): Pack | undefined {
  const quantity = read.whole(`${slot}_quantity`, { least: 2, most: quantityMax })
  const gtin = gtinIn(read, `${slot}_gtin`)
  if (quantity === undefined) {
    if (gtin !== undefined) read.complain(`${slot}_quantity`, 'is missing: a pack with a GTIN holds so many units')
    return undefined
  }
  return { name: read.text(slot) ?? packNames[slot], quantity, ...(gtin === undefined ? {} : { gtin }) }
}

const keyMax = 200

/** Kits are judged and written behind what they may hold. */
export const productKey = ({ sku, isKit }: Readonly<{ sku: string; isKit: boolean }>): string =>
  `${isKit ? '2' : '1'} ${sku.slice(0, keyMax)}`

export function productRowKey(cells: readonly string[], { columns }: Pick<Reading, 'columns'>): string {
  const at = (name: string) => cells[columns[name] ?? -1] ?? ''
  return productKey({ sku: at('sku'), isKit: at('kit') !== '' })
}
