/**
 * web/features/reports/home-tiles.tsx — the numbers of the day; each leads to exactly the rows it counts.
 */
import type { Home } from '../../api/types.ts'
import { countOf, quantityText } from '../../shared/quantity.tsx'
import classes from './home-page.module.css'
import { kindWords, type SettleKind } from './settle-words.ts'
import { Tile } from './tile.tsx'

const batches = (count: number) => countOf(count, 'batch', 'batches')
const units = (quantity: number) => countOf(quantity, 'unit')

/** Stock that ends within so many days, counted where it lies. */
export const endingWithin = (days: number) => `/stock?daysLeftMin=0&daysLeftMax=${days}`

export function LifeTiles({ home: { expiring, expired } }: { home: Home }) {
  const within = [
    [7, expiring.within7],
    [30, expiring.within30],
    [90, expiring.within90],
  ] as const
  return (
    <div className={classes.tiles}>
      <Tile
        tone={expired.quantity > 0 ? 'bad' : 'quiet'}
        label="Expired on the shelf"
        to="/stock?status=expired"
        value={batches(expired.batches)}
        details={[{ text: units(expired.quantity) }]}
      />
      {within.map(([days, sum]) => (
        <Tile
          key={days}
          tone={days === 7 && sum.quantity > 0 ? 'soon' : 'quiet'}
          label={`Expires in ${days} days`}
          to={endingWithin(days)}
          value={batches(sum.batches)}
          details={[{ text: units(sum.quantity) }]}
        />
      ))}
    </div>
  )
}

export function WorkTiles({ home: { today, held, waiting, movement, ...home } }: { home: Home }) {
  const moved = (reason: string) => `/moves?day=${today}&reason=${reason}`
  return (
    <div className={classes.tiles}>
      <Tile
        tone={held.quantity > 0 ? 'held' : 'quiet'}
        label="Held"
        to="/stock?status=held"
        value={units(held.quantity)}
        details={[{ text: `by ${countOf(held.holds, 'hold')}`, to: '/holds' }]}
      />
      <Tile
        tone={waiting.orders > 0 ? 'soon' : 'quiet'}
        label="Orders waiting for stock"
        to="/waiting"
        value={countOf(waiting.orders, 'order')}
        details={[{ text: `${units(waiting.quantity)} short` }]}
      />
      <Tile
        tone="quiet"
        label="Moved today"
        to={moved('receipt')}
        value={`${quantityText(movement.received)} in`}
        details={[
          { text: `${quantityText(movement.shipped)} shipped`, to: moved('shipment') },
          { text: `${quantityText(movement.adjusted)} corrected`, to: moved('adjustment') },
          { text: 'all', to: `/moves?day=${today}` },
        ]}
      />
      <Tile
        tone="quiet"
        label="Expected"
        to="/inbounds?state=open"
        value={`${quantityText(home.inbounds.open)} inbound`}
        details={[{ text: `${countOf(home.returns.open, 'return')} to deal with`, to: '/returns?state=open' }]}
      />
      <AlertTile alerts={home.alerts} />
      <SettleTile toSettle={home.toSettle} />
      <BinTiles home={home} />
      <UnitTiles home={home} />
      <KnownTile of={home.identifying} />
    </div>
  )
}

/** Only where somebody should see something. */
function AlertTile({ alerts: { unseen, seen, expired } }: Pick<Home, 'alerts'>) {
  if (unseen + seen === 0) return null
  return (
    <Tile
      tone={expired > 0 ? 'bad' : unseen > 0 ? 'soon' : 'quiet'}
      label="Coming to their last day"
      to="/alerts"
      value={batches(unseen + seen)}
      details={[
        { text: unseen === 0 ? 'all seen' : `${quantityText(unseen)} not seen yet` },
        ...(expired > 0 ? [{ text: `${quantityText(expired)} expired`, to: '/alerts?step=0' }] : []),
      ]}
    />
  )
}

/** Told by themselves; the list tells all. */
const toldByKind: readonly SettleKind[] = ['return_to_inspect', 'disposal_open']

/** How much waits for somebody. */
function SettleTile({ toSettle: { total, kinds } }: Pick<Home, 'toSettle'>) {
  if (total === 0) return null
  const listed = kinds.filter(({ kind }) => toldByKind.includes(kind))
  return (
    <Tile
      tone="soon"
      label="To settle"
      to="/to-settle"
      value={`${quantityText(total)} to settle`}
      details={listed.map(({ kind, total: of }) => ({
        text: `${quantityText(of)} ${kindWords[kind][of === 1 ? 'one' : 'several']}`,
        to: `/to-settle?kind=${kind}`,
      }))}
    />
  )
}

/** Only what has to be done. */
function BinTiles({ home: { putaway, misplaced } }: { home: Pick<Home, 'putaway' | 'misplaced'> }) {
  return (
    <>
      {putaway.quantity === 0 ? null : (
        <Tile
          tone="soon"
          label="On docks, to be put away"
          to="/putaway"
          value={batches(putaway.batches)}
          details={[{ text: units(putaway.quantity) }]}
        />
      )}
      {misplaced.batches === 0 ? null : (
        <Tile
          tone="bad"
          label="Lies where it must not"
          to="/misplaced"
          value={batches(misplaced.batches)}
          details={[{ text: 'see where to move it' }]}
        />
      )}
    </>
  )
}

/** Only what has come to its day. */
function UnitTiles({ home: { samples, opened } }: { home: Pick<Home, 'samples' | 'opened'> }) {
  return (
    <>
      {samples.due === 0 ? null : (
        <Tile
          tone="soon"
          label="Kept long enough"
          to="/samples?state=due"
          value={countOf(samples.due, 'sample')}
          details={[{ text: 'destroy them, or keep them longer' }]}
        />
      )}
      {opened.past === 0 ? null : (
        <Tile
          tone="bad"
          label="Opened or frozen, past its day"
          to="/opened?state=past"
          value={batches(opened.past)}
          details={[{ text: 'throw it away' }]}
        />
      )}
    </>
  )
}

/** Only where something is being identified; one product leads to itself. */
function KnownTile({ of: { products, here, percent, only } }: { of: Home['identifying'] }) {
  if (products === 0) return null
  return (
    <Tile
      tone="soon"
      label={products === 1 ? 'Product being identified' : 'Products being identified'}
      to={only === null ? '/identifying?state=open' : `/identifying/${only}`}
      value={products === 1 ? `${percent} %` : `${countOf(products, 'product')}, ${percent} %`}
      details={[{ text: `${units(here)} without a batch` }]}
    />
  )
}
