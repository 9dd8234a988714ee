/**
 * server/test/rule-stories.ts — what tests of rules say often, of the product that is theirs.
 */
import { type Json, type World, waitFor } from './world.ts'

/** Codes of batches begin with the SKU of their product, and are told without it. */
export function ruleStories(stage: () => Readonly<{ world: World; sku: string }>) {
  return {
    batch: (code: string, quantity: number, expiresOn?: string, more: Json = {}) => {
      const { sku } = stage()
      return { product: sku, batch: `${sku}${code}`, quantity, ...(expiresOn ? { expiresOn } : {}), ...more }
    },
    /** Written, and held against what was promised before. */
    rule: async (more: Json): Promise<Json> => {
      const { world, sku } = stage()
      const written = await world.post('/v1/rules', { name: 'Rule', product: sku, reason: 'as agreed', ...more })
      const left = async () => (await world.owner`select from graphile_worker.jobs`).length
      await waitFor(async () => (await left()) === 0, 'the rule to be applied')
      return written
    },
    end: (id: string): Promise<Json> => stage().world.post(`/v1/rules/${id}/ending`, { reason: 'over' }),
    place: (quantity: number, more: Json = {}, line: Json = {}): Promise<Json> => {
      const { world, sku } = stage()
      return world.post('/v1/orders', { lines: [{ product: sku, quantity, ...line }], ...more })
    },
    /** "40 B + 10 A" */
    got: ({ lines: [line] }: Json): string =>
      line.batches
        .map(({ batchCode, quantity }: Json) => `${quantity} ${batchCode.slice(stage().sku.length)}`)
        .join(' + '),
    whys: ({ lines: [line] }: Json): string[] =>
      line.passedOver.map(({ says }: Json) => says.slice(stage().sku.length)),
  }
}
