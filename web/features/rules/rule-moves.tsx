/**
 * web/features/rules/rule-moves.tsx — which open orders would go from another warehouse by a rule of routing.
 */
import type { RulePreview } from '../../api/types.ts'
import { Rows } from '../../shared/listing.tsx'
import { countOf } from '../../shared/quantity.tsx'
import { lineColumns } from './line-columns.tsx'
import classes from './rule-preview.module.css'

type Moves = NonNullable<RulePreview['moves']>

/** What is promised stays: it is told as if the orders came in now. */
export function MovesEffect({ moves: { lines, orders, considered, parcels } }: { moves: Moves }) {
  if (considered === 0) return <li data-tone="quiet">No open order leaves it open from where it goes.</li>
  const tried = countOf(considered, 'open line')
  if (lines === 0)
    return <li data-tone="quiet">Were they placed now, {tried} would go from where they are promised already.</li>
  return (
    <li data-tone="soon">
      Were {tried} placed now, <b>{countOf(lines, 'line')}</b> of {countOf(orders, 'order')} would go from another
      warehouse, and all of them in <b>{countOf(parcels.wouldBe, 'parcel')}</b> instead of {parcels.are}. What is
      promised stays; orders to come are routed like that.
    </li>
  )
}

export function MovesShown({ items }: Pick<Moves, 'items'>) {
  if (items.length === 0) return null
  return (
    <div className={classes.examples}>
      <Rows
        label="Order lines that would go from elsewhere"
        rows={items}
        keyOf={({ lineId }) => lineId}
        columns={[
          ...lineColumns,
          { title: 'Promised from', cell: ({ from }) => from.join(', ') },
          { title: 'Would go from', cell: ({ to }) => to.join(', ') },
        ]}
      />
    </div>
  )
}
