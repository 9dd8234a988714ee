import { normaliseBatchCode } from '#domain/batch-code.ts'
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { naming } from '#platform/naming.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import {
  archived,
  archivedPartner,
  lockStocked,
  notStocked,
  resolveProducts,
  resolveSuppliers,
} from '../catalog/index.ts'
import { resolveWarehouses } from '../places/index.ts'
import { type InboundLineRow, type InboundRow, insertInbound, insertInboundLines } from './store.ts'

export type InboundInput = Readonly<{
  id?: string
  number: string
  kind?: InboundRow['kind']
  supplier?: string
  warehouse: string
  expectedOn?: CalendarDate
  lines: readonly Readonly<{
    id?: string
    product: string
    quantity: number
    batch?: string
    expiresOn?: CalendarDate
  }>[]
}>

/** Writes down what a supplier says is coming. Refuses `invalid_input` naming every wrong line, `not_found`. */
export async function announceInbound(tx: Tx, input: InboundInput): Promise<InboundRow> {
  const warehouse = (await resolveWarehouses(tx)).get(input.warehouse)
  if (!warehouse) throw new Refusal('not_found', { kind: 'warehouse', id: input.warehouse })
  const supplier =
    input.supplier === undefined ? null : (await resolveSuppliers(tx, [input.supplier])).get(input.supplier)
  if (supplier === undefined) throw new Refusal('not_found', { kind: 'supplier', id: input.supplier ?? '' })
  const problems = supplier?.archivedAt ? [{ at: 'supplier', message: archivedPartner(supplier) }] : []
  const inbound: InboundRow = {
    id: input.id ?? newId(),
    number: input.number,
    kind: input.kind ?? 'purchase_order',
    supplierId: supplier?.id ?? null,
    warehouseId: warehouse.id,
    expectedOn: input.expectedOn ?? null,
    createdAt: tx.act.at,
    closedAt: null,
  }
  const lines = await inboundLines(tx, { inboundId: inbound.id, given: input.lines, problems })
  await lockStocked(
    tx,
    lines.map(({ productId }) => productId),
  )
  await naming({ kind: 'inbound shipment', name: inbound.number }, insertInbound(tx, inbound))
  await insertInboundLines(tx, lines)
  audit(tx, {
    action: 'inbound.announce',
    subjectKind: 'inbound',
    subjectId: inbound.id,
    after: { number: inbound.number, lines: lines.length },
  })
  return inbound
}

type LinesAsk = Readonly<{
  inboundId: string
  given: InboundInput['lines']
  problems: { at: string; message: string }[]
}>

/** `problems` are those known already, so that all are named at once. */
async function inboundLines(tx: Tx, { inboundId, given, problems }: LinesAsk): Promise<InboundLineRow[]> {
  const products = await resolveProducts(
    tx,
    given.map(({ product }) => product),
  )
  const lines = given.flatMap((line, index): InboundLineRow[] => {
    const product = products.get(line.product)
    const code = line.batch === undefined ? null : normaliseBatchCode(line.batch)
    if (!product) problems.push({ at: `lines[${index}].product`, message: `there is no product "${line.product}"` })
    else if (product.archivedAt) problems.push({ at: `lines[${index}].product`, message: archived(product) })
    else if (product.isKit) problems.push({ at: `lines[${index}].product`, message: notStocked(product, 'announce') })
    for (const { message } of code?.problems ?? []) problems.push({ at: `lines[${index}].batch`, message })
    if (!product) return []
    return [
      {
        id: line.id ?? newId(),
        inboundId,
        lineNo: index + 1,
        productId: product.id,
        quantity: line.quantity,
        batchCode: code?.code ?? null,
        expiresOn: line.expiresOn ?? null,
      },
    ]
  })
  if (problems.length > 0) throw new Refusal('invalid_input', { problems })
  return lines
}
