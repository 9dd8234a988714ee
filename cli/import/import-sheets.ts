/**
 * cli/import/import-sheets.ts — products and opening stock from a person's own CSV. Nothing is written while a row is wrong.
 */
import { allergens, hazards, temperatures } from '../../domain/storage/classes.ts'
import { type Api, rowsOf } from '../api.ts'
import { exitCodes, Failure } from '../failure.ts'
import { given } from '../options.ts'
import type { Warehouse } from '../warehouses.ts'
import { type Courier, deliver, severally } from './courier.ts'
import { datesThatDiffer } from './dates-that-differ.ts'
import { inOrderOfParts, type Part, partsIn } from './kit-rows.ts'
import { type Cells, type RowProblem, readSheet, type Sheet } from './sheet.ts'
import { stableId } from './stable-id.ts'

type NewProduct = Readonly<{ sku: string; name: string; kit?: readonly Part[] }> & Readonly<Record<string, unknown>>
export type SheetOutcome = { rows: number; written: number; known: number; problems: RowProblem[] }

const productSheet = {
  needed: ['sku', 'name'],
  optional:
    'category unit tracking dates rotation life_days receipt_life_min delivery_life_min storage hazard allergens gtin kit'.split(
      ' ',
    ),
  read: (cells: Cells): NewProduct => ({
    sku: cells.needed('sku'),
    name: cells.needed('name'),
    ...given({
      category: cells.text('category'),
      baseUnit: cells.choice('unit', ['each', 'gram', 'millilitre']),
      tracking: cells.choice('tracking', ['none', 'batch', 'serial']),
      dates: cells.choice('dates', ['none', 'optional', 'required']),
      rotation: cells.choice('rotation', ['fefo', 'fifo', 'lifo']),
      lifeDays: cells.whole('life_days', 1),
      receiptLifeDaysMin: cells.whole('receipt_life_min', 0),
      deliveryLifeDaysMin: cells.whole('delivery_life_min', 0),
      storage: cells.choice('storage', temperatures),
      hazard: cells.choice('hazard', hazards),
      allergens: allergensIn(cells),
      gtin: cells.text('gtin'),
      kit: partsIn(cells),
    }),
  }),
}

/** `milk; nuts`. */
function allergensIn(cells: Cells): string[] | undefined {
  const named = cells
    .text('allergens')
    ?.split(/[;,]/)
    .map((one) => one.trim().toLowerCase())
  const unknown = named?.find((one) => !(allergens as readonly string[]).includes(one))
  if (unknown !== undefined) cells.complain(`allergens must be of ${allergens.join(', ')}, not "${unknown}"`)
  return named
}

/** Products that are already here stay as they are and are counted as known. A kit is written behind what it holds. */
export async function importProducts(courier: Courier, path: string, dryRun: boolean): Promise<SheetOutcome> {
  const { items, problems } = withoutRepeats(await readSheet(path, productSheet), ({ sku }) => sku)
  const known = new Set<string>()
  for await (const { sku } of rowsOf<{ sku: string }>(courier.api, '/v1/products')) known.add(sku)
  const missing = items.filter(({ item }) => !known.has(item.sku))
  const { groups, problems: unmade } = inOrderOfParts(missing, known)
  const wrong = [...problems, ...unmade].sort((a, b) => a.lineNo - b.lineNo)
  const rows = items.length + problems.length
  const outcome = { rows, written: 0, known: items.length - missing.length, problems: wrong }
  if (dryRun || wrong.length > 0) return outcome
  for (const group of groups)
    await severally(courier, {
      stage: 'Products',
      items: group,
      each: async ({ lineNo, item }) => {
        const refusal = await refusalOf(() => courier.api.send('POST', '/v1/products', item))
        if (refusal === null) outcome.written += 1
        else outcome.problems.push({ lineNo, reason: refusal })
      },
    })
  return outcome
}

type StockRow = Readonly<{ product: string; warehouse: string; quantity: number }> & Readonly<Record<string, unknown>>

const stockSheet = {
  needed: ['sku', 'quantity', 'warehouse'],
  optional:
    'batch expires_on best_before use_by produced_on place boxes_of supplier supplier_lot origin unit_cost currency condition'.split(
      ' ',
    ),
  read: (cells: Cells): StockRow => {
    if (cells.text('quantity') === undefined) cells.complain('quantity is missing')
    if ((cells.text('unit_cost') === undefined) !== (cells.text('currency') === undefined))
      cells.complain('unit_cost and currency belong together')
    const [quantity = 0, boxesOf] = [cells.whole('quantity', 1), cells.whole('boxes_of', 2)]
    if (boxesOf !== undefined && quantity % boxesOf !== 0)
      cells.complain(`${quantity} are no whole boxes of ${boxesOf}`)
    return {
      product: cells.needed('sku'),
      warehouse: cells.needed('warehouse'),
      quantity,
      ...given({
        batch: cells.text('batch'),
        expiresOn: cells.day('expires_on'),
        bestBefore: cells.day('best_before'),
        useBy: cells.day('use_by'),
        producedOn: cells.day('produced_on'),
        place: cells.text('place'),
        closedPackOf: boxesOf,
        supplier: cells.text('supplier'),
        supplierLot: cells.text('supplier_lot'),
        originCountry: cells.text('origin'),
        unitCost: cells.whole('unit_cost', 0),
        currency: cells.text('currency'),
        condition: cells.choice('condition', ['good', 'damaged']),
      }),
    }
  },
}

/** The reference makes two counts of the same stock different; a repeat under the same one changes nothing. */
export async function importStock(
  courier: Courier,
  { path, reference, dryRun }: { path: string; reference: string; dryRun: boolean },
): Promise<SheetOutcome> {
  const sheet = await readSheet(path, stockSheet)
  const problems = [
    ...sheet.problems,
    ...(await unknownNames(courier.api, sheet.items)),
    ...datesThatDiffer(sheet.items),
  ].sort((a, b) => a.lineNo - b.lineNo)
  const outcome = { rows: sheet.items.length + sheet.problems.length, written: 0, known: 0, problems }
  if (dryRun || problems.length > 0) return outcome
  const seen = new Map<string, number>()
  const documents = sheet.items.map(({ lineNo, item: { warehouse, supplier, ...line } }) => {
    const text = JSON.stringify([warehouse, supplier, line])
    const nth = (seen.get(text) ?? 0) + 1
    seen.set(text, nth)
    const id = stableId('opening stock', reference, text, nth)
    return {
      lineNo,
      body: { id, warehouse, ...given({ supplier }), reference, lines: [{ ...line, dateSource: 'imported' }] },
    }
  })
  await deliver<(typeof documents)[number], unknown>(
    courier,
    {
      stage: 'Stock',
      path: '/v1/receipts/bulk',
      name: 'receipts',
      documents,
      linesOf: () => 1,
      body: ({ body }) => body,
    },
    ({ lineNo }, { problem, again }) => {
      if (again || problem?.code === 'already_exists') outcome.known += 1
      else if (problem) outcome.problems.push({ lineNo, reason: problem.detail.replace(/^line 1: /i, '') })
      else outcome.written += 1
    },
  )
  return outcome
}

async function unknownNames(api: Api, items: Sheet<StockRow>['items']): Promise<RowProblem[]> {
  const { items: warehouses } = await api.get<{ items: readonly Warehouse[] }>('/v1/warehouses')
  const buildings = new Set(warehouses.flatMap(({ id, code }) => [id, code]))
  const rules = new Map<string, { tracking: string; dates: string; lifeDays: number | null }>()
  for await (const { sku, ...rule } of rowsOf<{
    sku: string
    tracking: string
    dates: string
    lifeDays: number | null
  }>(api, '/v1/products'))
    rules.set(sku, rule)
  return items.flatMap(({ lineNo, item }) => {
    const rule = rules.get(item.product)
    const dated = ['expiresOn', 'bestBefore', 'useBy'].some((name) => item[name] !== undefined)
    const reasons = [
      ...(buildings.has(item.warehouse) ? [] : [`there is no warehouse "${item.warehouse}"`]),
      ...(rule ? [] : [`there is no product "${item.product}"`]),
      ...(rule && rule.tracking !== 'none' && item.batch === undefined ? ['batch is missing'] : []),
      ...(rule?.dates === 'required' && !dated && !(item.producedOn !== undefined && rule.lifeDays !== null)
        ? ['expires_on, best_before or use_by is missing; a date is never guessed']
        : []),
    ]
    return reasons.length > 0 ? [{ lineNo, reason: reasons.join('; ') }] : []
  })
}

function withoutRepeats<Item>({ items, problems }: Sheet<Item>, nameOf: (item: Item) => string) {
  const seen = new Map<string, number>()
  const repeats: RowProblem[] = []
  const kept = items.filter(({ lineNo, item }) => {
    const before = seen.get(nameOf(item))
    if (before === undefined) seen.set(nameOf(item), lineNo)
    else repeats.push({ lineNo, reason: `${nameOf(item)} is already on line ${before}` })
    return before === undefined
  })
  return { items: kept, problems: [...problems, ...repeats].sort((a, b) => a.lineNo - b.lineNo) }
}

async function refusalOf(work: () => Promise<unknown>): Promise<string | null> {
  try {
    await work()
    return null
  } catch (error) {
    if (error instanceof Failure && error.exitCode === exitCodes.refused) return error.message
    throw error
  }
}
