import { toSettleKinds } from '#domain/to-settle.ts'
import { Choice, Count, Day, type House, Id, Instant, Nullable, read, Type } from '#platform/http/index.ts'
import { PathProgress } from '../identifying/index.ts'
import { home } from './home.ts'
import { StockRow } from './stock-row.ts'

const Sum = Type.Object({ batches: Count(), quantity: Count() })
const Home = Type.Object({
  today: Day(),
  expiring: Type.Object({ within7: Sum, within30: Sum, within90: Sum, items: Type.Array(StockRow) }),
  expired: Type.Object({ batches: Count(), quantity: Count(), items: Type.Array(StockRow) }),
  held: Type.Object({
    holds: Count(),
    quantity: Count(),
    items: Type.Array(
      Type.Object({
        id: Id(),
        number: Type.String(),
        scope: Type.String(),
        subject: Type.String(),
        reason: Type.String(),
        placedAt: Instant(),
      }),
    ),
  }),
  waiting: Type.Object({
    orders: Count(),
    lines: Count(),
    quantity: Count(),
    items: Type.Array(
      Type.Object({
        orderId: Id(),
        number: Type.String(),
        customerName: Nullable(Type.String()),
        priority: Type.Integer(),
        deliverOn: Nullable(Day()),
        askedAt: Instant(),
        backOrdered: Count(),
      }),
      { description: 'Whose turn comes first, as /v1/waiting says it' },
    ),
  }),
  movement: Type.Object({ received: Count(), shipped: Count(), adjusted: Count(), moves: Count() }),
  returns: Type.Object({ open: Count() }),
  disposals: Type.Object({ open: Count() }),
  inbounds: Type.Object({ open: Count() }),
  putaway: Type.Object({ batches: Count(), quantity: Count() }, { description: 'On docks' }),
  misplaced: Type.Object({ batches: Count() }, { description: 'Where they must not lie' }),
  samples: Type.Object({ due: Count() }, { description: 'Whose day has come' }),
  opened: Type.Object({ past: Count() }, { description: 'Opened, frozen or thawed, on hand past its last day' }),
  identifying: PathProgress,
  alerts: Type.Object(
    { unseen: Count(), seen: Count(), snoozed: Count(), expired: Count() },
    { description: 'Batches that come to their last day; of the unseen and the seen, how many have expired' },
  ),
  toSettle: Type.Object(
    {
      total: Count(),
      kinds: Type.Array(Type.Object({ kind: Choice(toSettleKinds), total: Count() })),
    },
    { description: 'As /v1/to-settle lists it; the kinds of which anything waits' },
  ),
})

export function homeRoute(house: House): void {
  read(
    house,
    { url: '/v1/home', needs: 'look', tells: 'What needs a person today', tag: 'reports', answer: Home },
    (db) => home(db),
  )
}
