/**
 * server/modules/transfers/approve.ts — a transfer is approved: its lines are promised stock of the warehouse they leave.
 */
import type { Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import {
  candidates,
  insertDecisions,
  keepDraws,
  planAllocation,
  rulesInForce,
  type ToAllocate,
} from '../allocation/index.ts'
import { lockStocked, resolveProducts } from '../catalog/index.ts'
import { insertDemands, type NewDemand, offersOf, reserveForNew, waitsBehind } from '../stock/index.ts'
import { refuseWithoutBin } from './permitted-bins.ts'
import {
  lockTransfer,
  markApproved,
  productsOfTransfer,
  type TransferLineRow,
  type TransferRow,
  transferLines,
} from './store.ts'

/** Below that of any order: nobody waits longer because stock is carried about. */
const priority = -1000

/** Refuses `not_found`, `transfer_cancelled`, `transfer_approved`, `transfer_no_bin`. */
export async function approveTransfer(tx: Tx, id: string): Promise<void> {
  const productIds = (await productsOfTransfer(tx, id)).map(({ productId }) => productId)
  const [, offers, stock, rules] = await Promise.all([
    lockStocked(tx, productIds),
    offersOf(tx, productIds).execute(),
    candidates(tx, productIds),
    rulesInForce(tx),
  ])
  const transfer = await waiting(tx, id)
  const [lines, products] = await Promise.all([transferLines(tx, id), resolveProducts(tx, productIds)])
  await refuseWithoutBin(tx, transfer, { lines, products })
  const demands = demandsOf(transfer, lines)
  const offerOf = new Map(offers.map((offer) => [offer.productId, offer]))
  const asks = demands.flatMap((demand): ToAllocate[] => {
    const [product, offer] = [products.get(demand.productId), offerOf.get(demand.productId)]
    const waits = offer !== undefined && waitsBehind(offer, demand)
    return product ? [{ demand, product, quantity: demand.quantity, history: false, waits, told: true }] : []
  })
  const { answers, promises, decisions, draws } = await planAllocation(tx, asks, { stock, rules, cause: 'transfer' })
  const reserved = demands.map((demand, index) => demand.quantity - (answers[index]?.shortfall ?? demand.quantity))
  tx.send(
    insertDemands(
      tx,
      demands.map((demand, index) => ({ ...demand, reserved: reserved[index] ?? 0 })),
    ).execute(),
  )
  keepDraws(tx, draws)
  reserveForNew(tx, promises)
  insertDecisions(tx, decisions)
  await markApproved(tx, id)
  const promised = reserved.reduce((sum, quantity) => sum + quantity, 0)
  audit(tx, {
    action: 'transfer.approve',
    subjectKind: 'transfer',
    subjectId: id,
    before: { approvedBy: null },
    after: { number: transfer.number, approvedBy: tx.act.actorName, promised },
  })
}

async function waiting(tx: Tx, id: string): Promise<TransferRow> {
  const [transfer] = await lockTransfer(tx, id)
  if (!transfer) throw new Refusal('not_found', { kind: 'transfer', id })
  const { number, cancelledAt, approvedBy } = transfer
  if (cancelledAt) throw new Refusal('transfer_cancelled', { number })
  if (approvedBy !== null) throw new Refusal('transfer_approved', { number, by: approvedBy })
  return transfer
}

/** An expired batch goes where a person chose it and said why. */
function demandsOf(transfer: TransferRow, lines: readonly TransferLineRow[]): NewDemand[] {
  const { fromWarehouseId: warehouseId, requestedAt } = transfer
  return lines.map((line) => ({
    id: line.id,
    kind: 'transfer',
    documentId: transfer.id,
    productId: line.productId,
    warehouseId,
    quantity: line.quantity,
    reserved: 0,
    rotation: null,
    shortage: 'part',
    deliverOn: null,
    lifeDaysMin: null,
    priority,
    askedAt: new Date(requestedAt).toISOString(),
    history: false,
    customerId: null,
    channel: null,
    market: null,
    serviceId: null,
    postalCode: null,
    chosenBatchIds: line.batchId === null ? [] : [line.batchId],
    takesExpired: line.reason !== null,
  }))
}
