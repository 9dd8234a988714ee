/**
 * server/test/shop-transfers.ts — goods of the simulation that go from a warehouse to the other: in parts, with some that never come.
 */
import type { Dice } from './hostile.ts'
import { type Asker, add, anyOf, ask, type Step } from './shop-state.ts'
import type { Json } from './world.ts'

const skus = ['FEFO', 'FIFO', 'LIFO']

/** One that waits for the step, or now and then any. */
async function someTransfer({ caller, roll }: Pick<Asker, 'caller'> & { roll: Dice }, next: string): Promise<Json> {
  const { items } = await caller.get(`/v1/transfers?limit=20${roll.chance(95) ? `&next=${next}` : ''}`)
  return items.length > 0 ? caller.get(`/v1/transfers/${roll.of<Json>(items).id}`) : null
}

export const transferSteps: Readonly<Record<string, Step>> = {
  async transfer({ caller, roll, state }) {
    const [from, to] = roll.chance(50) ? ['CHI', 'DAL'] : ['DAL', 'CHI']
    const lines = Array.from({ length: 1 + roll.below(2) }, () => {
      const batch = roll.chance(20) ? { batch: roll.of(['A', 'B', 'C']) } : {}
      const why = roll.chance(50) && 'batch' in batch ? { reason: 'it has to go' } : {}
      return { product: roll.of(skus), quantity: 1 + roll.below(25), ...batch, ...why }
    })
    await ask({ state, caller }, 'POST', '/v1/transfers', { from, to, lines, approve: roll.chance(60) })
  },
  async approveTransfer({ caller, roll, state }) {
    const one = await someTransfer({ caller, roll }, 'approve')
    if (one) await ask({ state, caller }, 'POST', `/v1/transfers/${one.id}/approval`)
  },
  async sendTransfer({ caller, roll, state }) {
    const one = await someTransfer({ caller, roll }, 'ship')
    const parts = one?.lines.flatMap(({ lineNo, promised }: Json) =>
      promised.map(({ batchId, placeId, quantity }: Json) => ({
        line: lineNo,
        batch: batchId,
        place: placeId,
        quantity: 1 + roll.below(quantity),
      })),
    )
    if (!one) return
    const part = roll.chance(50) && parts.length > 0 ? { lines: parts } : {}
    await ask({ state, caller }, 'POST', `/v1/transfers/${one.id}/shipments`, part)
  },
  async takeIn({ caller, roll, state }) {
    const one = await someTransfer({ caller, roll }, 'receive')
    if (!one) return
    const lines = onTheWay(one).map(({ line, batch, quantity }) => ({
      line,
      batch,
      quantity: 1 + roll.below(quantity),
    }))
    const part = roll.chance(60) && lines.length > 0 ? { lines } : {}
    const back = roll.chance(15) ? { warehouse: one.fromCode } : {}
    const rest = roll.chance(40) ? { rest: 'missing' } : {}
    await ask({ state, caller }, 'POST', `/v1/transfers/${one.id}/receipts`, { ...part, ...back, ...rest })
  },
  async settle({ caller, roll, state }) {
    const one = await someTransfer({ caller, roll }, 'receive')
    const row = one && onTheWay(one)[0]
    if (!row) return
    const as = roll.of(['lost', 'found', 'damaged', 'wrong_batch'])
    const quantity = 1 + roll.below(row.quantity)
    const other = as === 'wrong_batch' ? { other: { batch: anyOf(roll, ['A', 'B', 'C', 'D']) } } : {}
    const body = { line: row.line, batch: row.batch, quantity, as, reason: 'looked for', ...other }
    const answer = await ask({ state, caller }, 'POST', `/v1/transfers/${one.id}/settlements`, body)
    if (!answer || as === 'found') return
    add(state.onHand, row.batch, -quantity)
    if (as === 'wrong_batch') add(state.onHand, await otherBatch(caller, answer.body), quantity)
  },
  async cancelTransfer({ caller, roll, state }) {
    const one = await someTransfer({ caller, roll }, 'ship')
    if (one) await ask({ state, caller }, 'POST', `/v1/transfers/${one.id}/cancellation`, { reason: 'no truck' })
  },
}

const onTheWay = ({ lines }: Json): { line: number; batch: string; quantity: number }[] =>
  lines.flatMap(({ lineNo, batches }: Json) =>
    batches.flatMap(({ batchId, inTransit }: Json) =>
      inTransit > 0 ? [{ line: lineNo, batch: batchId, quantity: inTransit }] : [],
    ),
  )

/** That came in instead: the newest move of the document tells it. */
async function otherBatch(caller: Asker['caller'], { id }: Json): Promise<string> {
  const { items } = await caller.get(`/v1/moves?document=${id}&reason=count&limit=500`)
  return items.find(({ fromKind }: Json) => fromKind === 'count').batchId
}
