/**
 * orders — what customers ask for. A line is a demand on stock, allocated in the transaction that records the order.
 *
 * Tables: orders.sales_order, order_line. What a line asks now, has reserved and has shipped is in stock.demand, whose id
 * is the line's; a line that sells kits has none, and those of its parts have. An order's state is read from those numbers, never kept beside them.
 */
export { foretellOrders } from './foretell-orders.ts'
export { kitsOfOrders, partsByLine, type SoldKit } from './kits-of-orders.ts'
export type { OrderState } from './order-list.ts'
export { placeInGroups } from './place-in-groups.ts'
export type { OrderInput } from './plan-orders.ts'
export { ordersRoutes } from './routes.ts'
export { lockOrders, type OrderRow, ordersByRef, ordersNumbered } from './store.ts'
