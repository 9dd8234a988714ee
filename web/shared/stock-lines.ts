import type { Order, OrderLine } from '../api/types.ts'

/** The lines of an order that have batches: those of the parts where one sells kits. */
export const stockLines = ({ lines }: Pick<Order, 'lines'>): OrderLine[] =>
  lines.flatMap((line): OrderLine[] => (line.components.length > 0 ? line.components : [line]))
