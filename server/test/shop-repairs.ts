/**
 * server/test/shop-repairs.ts — batches of the simulation that turn out to be one, or two, or called something else, and people who think better of it.
 * Which units are whose of two that were ever one, the model does not know: it counts them together, as a family.
 */
import { add, ask, type State, type Step, someSerials } from './shop-state.ts'
import type { Json } from './world.ts'

const skus = ['FEFO', 'FIFO', 'LIFO', 'SERIAL']
const reason = 'typed wrong'

/** By whichever of them it was called first; itself where it was never one with another. */
export function familyOf({ families }: Pick<State, 'families'>, batchId: string): string {
  const above = families.get(batchId)
  return above === undefined ? batchId : familyOf({ families }, above)
}

function unite({ families }: State, one: string, other: string): void {
  const [a, b] = [familyOf({ families }, one), familyOf({ families }, other)]
  if (a !== b) families.set(a, b)
}

/** Whoever looks for units of the one may look for those of the other. */
function shareSerials({ serials }: State, from: string, to: string): void {
  const all = [...(serials.get(to) ?? []), ...(serials.get(from) ?? [])]
  if (all.length > 0) serials.set(to, all)
}

export function byFamily(state: Pick<State, 'families'>, sums: ReadonlyMap<string, number>): Map<string, number> {
  const all = new Map<string, number>()
  for (const [batchId, units] of sums) add(all, familyOf(state, batchId), units)
  return all
}

/** Whole boxes where it lies in boxes, and each unit by its serial where it has one. */
function unitsOf({ roll, state }: Pick<Parameters<Step>[0], 'roll' | 'state'>, { batchId, packOf }: Json) {
  const quantity = (packOf ?? 1) * (1 + roll.below(3))
  return { quantity, ...someSerials(roll, state, batchId, quantity) }
}

export const repairSteps: Readonly<Record<string, Step>> = {
  async merge({ caller, roll, state }) {
    const { items } = await caller.get(`/v1/batches?product=${roll.of(skus)}&limit=200`)
    const open = items.filter((row: Json) => row.mergedIntoId === null)
    if (open.length === 0) return
    const { id, expiresOn } = roll.of<Json>(open)
    const alike = open.filter((row: Json) => row.expiresOn === expiresOn && (row.id !== id || roll.chance(10)))
    if (alike.length === 0) return
    const into = roll.of<Json>(alike).id
    const body = { kind: 'merge', batch: id, into, sameSupplier: true, reason }
    if (roll.chance(20)) await ask({ state, caller }, 'POST', '/v1/batch-repair-preview', body)
    if (!(await ask({ state, caller }, 'POST', '/v1/batch-repairs', body))) return
    unite(state, id, into)
    shareSerials(state, id, into)
  },
  async split({ caller, roll, state }) {
    const { items } = await caller.get(`/v1/stock?product=${roll.of(skus)}&limit=500`)
    if (items.length === 0) return
    const row = roll.of<Json>(items)
    const parts = Array.from({ length: 1 + roll.below(2) }, () => ({
      place: row.placeId,
      ...unitsOf({ roll, state }, row),
      ...(roll.chance(50) ? { code: `SPLIT-${roll.below(300)}` } : {}),
    }))
    const body = { kind: 'split', batch: row.batchId, parts, reason }
    const made = await ask({ state, caller }, 'POST', '/v1/batch-repairs', body)
    for (const part of made?.body.parts ?? []) {
      state.batches.add(part.batchId)
      shareSerials(state, row.batchId, part.batchId)
      add(state.onHand, row.batchId, -part.quantity)
      add(state.onHand, part.batchId, part.quantity)
    }
  },
  async renameBatch({ caller, roll, state }) {
    const { items } = await caller.get(`/v1/batches?product=${roll.of(skus)}&limit=200`)
    if (items.length === 0) return
    const body = { kind: 'rename', batch: roll.of<Json>(items).id, code: `NAMED-${roll.below(300)}`, reason }
    await ask({ state, caller }, 'POST', '/v1/batch-repairs', body)
  },
  async undoRepair({ caller, roll, state }) {
    const { items } = await caller.get(`/v1/batch-repairs?limit=30`)
    const open = items.filter((row: Json) => row.undoneAt === null)
    if (open.length === 0) return
    const { id, kind, batchId, parts } = roll.of<Json>(open)
    const undone = await ask({ state, caller }, 'POST', `/v1/batch-repairs/${id}/undoing`, { reason: 'they are two' })
    if (!undone || kind !== 'split') return
    for (const part of parts) {
      unite(state, part.batchId, batchId)
      add(state.onHand, batchId, part.quantity)
      add(state.onHand, part.batchId, -part.quantity)
    }
  },
}
