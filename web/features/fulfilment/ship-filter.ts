/** web/features/fulfilment/ship-filter.ts — which orders are to be packed; it lives in the address. */
import { given } from '../../api/client.ts'

const states = ['complete', 'part'] as const
export type ShipFilter = { state?: (typeof states)[number]; warehouse?: string; text?: string }

const textOf = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

export function readShipFilter({ state, warehouse, text }: Record<string, unknown>): ShipFilter {
  return given({
    state: states.find((one) => one === state),
    warehouse: textOf(warehouse),
    text: textOf(text),
  })
}
