/**
 * server/modules/orders/kits-of-orders.ts — which lines of orders sell kits, and which lines are their parts.
 */
import { groupBy } from '#domain/group-by.ts'
import type { KitPart } from '#domain/kits.ts'
import type { Db } from '#platform/db.ts'

type PartRow = {
  orderId: string
  lineId: string
  lineNo: number
  productId: string
  sku: string
  productName: string
  partLineId: string
  partProductId: string
  partSku: string
  perKit: number
}
export type SoldKit = Readonly<
  Pick<PartRow, 'orderId' | 'lineId' | 'lineNo' | 'productId' | 'sku' | 'productName'> & {
    parts: readonly Pick<PartRow, 'partLineId' | 'partProductId' | 'partSku' | 'perKit'>[]
  }
>

const partRows = (db: Db, orderIds: readonly string[]) => db<PartRow[]>`
  select k.order_id, k.id as line_id, k.line_no, k.product_id, kp.sku, kp.name as product_name, c.id as part_line_id,
    c.product_id as part_product_id, p.sku as part_sku, c.per_kit
  from orders.order_line c
  join orders.order_line k on k.account_id = c.account_id and k.id = c.kit_line_id
  join catalog.product kp on kp.account_id = k.account_id and kp.id = k.product_id
  join catalog.product p on p.account_id = c.account_id and p.id = c.product_id
  where c.account_id = ${db.act.accountId} and c.order_id = any(${orderIds as string[]}::uuid[]) and c.part_no > 0
  order by k.order_id, k.line_no, c.part_no`

/** In the order of their lines; what they hold is what it was when they were ordered. */
export async function kitsOfOrders(db: Db, orderIds: readonly string[]): Promise<SoldKit[]> {
  const rows = orderIds.length > 0 ? await partRows(db, orderIds) : []
  return [...groupBy(rows, ({ lineId }) => lineId).values()].flatMap((parts) => {
    const [first] = parts
    return first ? [{ ...first, parts }] : []
  })
}

/** The parts of a sold kit as the domain counts them: by their lines. */
export const partsByLine = ({ parts }: SoldKit): KitPart[] =>
  parts.map(({ partLineId, perKit }) => ({ productId: partLineId, quantity: perKit }))
