/**
 * server/test/traced/becoming.ts — batches of the maker become others: by runs, also of what was made before; merged, split, renamed; and it did not happen after all.
 */
import type { Json } from '../world.ts'
import {
  anyBin,
  asked,
  became,
  bought,
  type Doing,
  knows,
  lying,
  type Maker,
  made,
  nameOf,
  someOf,
  undoing,
  wrote,
} from './maker.ts'
import type { Step } from './steps.ts'

const reason = 'typed wrong'

async function undo(maker: Maker, all: Doing[], url: (id: string) => string): Promise<void> {
  const one = someOf(maker.roll, all.slice(-8))
  if (!one || !(await asked(maker, `undo ${one.what}`, [url(one.id), { reason }]))) return
  one.undo(maker.world.clock.now())
  all.splice(all.indexOf(one), 1)
}

export const becomingSteps: Readonly<Record<string, Step>> = {
  async make(maker) {
    const { roll } = maker
    const { warehouse, bin } = anyBin(maker)
    const here = lying(maker).filter((row) => row.warehouse === warehouse && row.bin !== 'QUARANTINE')
    if (here.length === 0) return
    const inputs = Array.from({ length: 1 + roll.below(2) }, () => {
      const { batchId: batch, placeId: place, quantity } = roll.of(here)
      return { batch, place, quantity: 1 + roll.below(Math.min(6, quantity)) }
    })
    const used = inputs.reduce((sum, { quantity }) => sum + quantity, 0)
    const outputs = [{ product: roll.of(made), batch: `M${roll.below(6)}`, quantity: used, place: bin }]
    const kind = roll.of(['produce', 'mix', 'rework'])
    const run = await asked(maker, 'make', ['/v1/production-runs', { kind, warehouse, reason, inputs, outputs }])
    if (!run) return
    for (const line of run.outputs) knows(maker, line)
    const at = ({ placeCode }: Json) => `${warehouse} ${placeCode}`
    const went = wrote(maker, [
      ...run.inputs.map((one: Json) => ({ batchId: one.batchId, from: at(one), to: 'USED', quantity: one.quantity })),
      ...run.outputs.map((one: Json) => ({ batchId: one.batchId, from: 'MADE', to: at(one), quantity: one.quantity })),
    ])
    const pairs = run.inputs.flatMap((from: Json) => run.outputs.map((to: Json) => [from.batchId, to.batchId]))
    maker.runs.push({ what: 'run', id: run.id, undo: undoing(went, became(maker, pairs, false)) })
  },
  undoRun: (maker) => undo(maker, maker.runs, (id) => `/v1/production-runs/${id}/reversal`),
  async merge(maker) {
    const sku = maker.roll.of([...bought, ...made])
    const all = [...maker.productOf].filter(([, of]) => of === sku).map(([id]) => id)
    const [batchId, into] = [someOf(maker.roll, all), someOf(maker.roll, all)]
    if (batchId === undefined || into === undefined) return
    const body = { kind: 'merge', batch: batchId, into, sameSupplier: true, reason }
    const done = await asked(maker, 'merge', ['/v1/batch-repairs', body])
    if (!done) return
    const lay = lying(maker).filter((row) => row.batchId === batchId)
    const went = lay.flatMap((row) =>
      wrote(maker, [
        { batchId, from: nameOf(row), to: 'USED', quantity: row.quantity },
        { batchId: into, from: 'MADE', to: nameOf(row), quantity: row.quantity },
      ]),
    )
    const links = became(maker, [[batchId, into]], true)
    maker.repairs.push({ what: 'merge', id: done.id, undo: undoing(went, links) })
  },
  async split(maker) {
    const row = someOf(maker.roll, lying(maker))
    if (!row) return
    const { batchId, placeId: place } = row
    const quantity = 1 + maker.roll.below(row.quantity)
    const parts = [{ place, quantity, code: `S${maker.roll.below(500)}` }]
    const done = await asked(maker, 'split', ['/v1/batch-repairs', { kind: 'split', batch: batchId, parts, reason }])
    if (!done) return
    const [part] = done.parts
    knows(maker, { ...part, sku: done.sku })
    const went = wrote(maker, [
      { batchId, from: nameOf(row), to: 'USED', quantity },
      { batchId: part.batchId, from: 'MADE', to: nameOf(row), quantity },
    ])
    const parted = undoing(went, became(maker, [[batchId, part.batchId]], false))
    const undo = (at: string) => {
      parted(at)
      // Whatever is found under the code of the part is of the whole.
      became(maker, [[part.batchId, batchId]], true)
    }
    maker.repairs.push({ what: 'split', id: done.id, undo })
  },
  undoRepair: (maker) => undo(maker, maker.repairs, (id) => `/v1/batch-repairs/${id}/undoing`),
  async rename(maker) {
    const batch = someOf(maker.roll, [...maker.codes.keys()])
    if (batch === undefined) return
    const body = { kind: 'rename', batch, code: `N${maker.roll.below(500)}`, reason }
    const done = await asked(maker, 'rename', ['/v1/batch-repairs', body])
    if (done) maker.codes.set(batch, body.code)
  },
}
