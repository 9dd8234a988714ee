/** web/features/orders/order-filter.ts — which orders are shown; it lives in the address. */
import { given } from '../../api/client.ts'
import type { OrderState } from '../../api/types.ts'

export type OrderFilter = { state?: OrderState; text?: string; customer?: string }
const states: readonly OrderState[] = ['waiting', 'open', 'shipped', 'cancelled']

const textOf = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

export function readOrderFilter({ state, text, customer }: Record<string, unknown>): OrderFilter {
  return given({
    state: states.find((one) => one === state),
    text: textOf(text),
    customer: textOf(customer),
  })
}
