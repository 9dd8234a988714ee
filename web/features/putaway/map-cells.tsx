/**
 * web/features/putaway/map-cells.tsx — a zone drawn bin by bin. Plain markup: a warehouse has thousands.
 */
import { IconAlertTriangle, IconHandStop } from '@tabler/icons-react'
import { type CSSProperties, memo } from 'react'
import type { MapBin } from '../../api/types.ts'
import { lifeState } from '../../shared/days-left.tsx'
import classes from './map.module.css'
import { binWords, type MapZone, type Placed, type Shelf } from './map-groups.ts'

type ZoneProps = Readonly<{
  zone: MapZone
  fill: (bin: MapBin) => number
  /** What is looked for stands out. */
  meant: (bin: MapBin) => boolean
  onOpen: (id: string) => void
}>

export const ZoneCells = memo(function ZoneCells({ zone, fill, meant, onOpen }: ZoneProps) {
  return (
    <div className={classes.shelves}>
      {zone.shelves.map((shelf) => (
        <section key={shelf.aisle ?? ''} className={classes.shelf} aria-label={nameOf(shelf)}>
          {shelf.aisle === null ? null : <div className={classes.aisle}>{nameOf(shelf)}</div>}
          <div className={shelf.bins.some(({ column }) => column === null) ? classes.flow : classes.grid}>
            {shelf.bins.map((placed) => (
              <Cell
                key={placed.bin.id}
                placed={placed}
                fill={fill(placed.bin)}
                aside={!meant(placed.bin)}
                onOpen={onOpen}
              />
            ))}
          </div>
        </section>
      ))}
    </div>
  )
})

const nameOf = ({ aisle }: Shelf) => (aisle === null ? 'Places that stand alone' : `Aisle ${aisle}`)

type CellProps = Readonly<{ placed: Placed; fill: number; aside: boolean; onOpen: (id: string) => void }>

const Cell = memo(function Cell({ placed: { bin, column, row }, fill, aside, onOpen }: CellProps) {
  // By variables, for a phone lets the bins of an aisle flow.
  const spot = column === null || row === null ? {} : ({ '--column': column, '--row': row } as CSSProperties)
  const words = binWords(bin)
  return (
    <button
      type="button"
      className={classes.cell}
      style={spot}
      data-state={bin.quantity === 0 ? 'empty' : lifeState(bin.daysLeft)}
      data-held={bin.held || undefined}
      data-aside={aside || undefined}
      aria-label={words}
      title={words}
      onClick={() => onOpen(bin.id)}
    >
      <span className={classes.name}>{bin.code}</span>
      <span className={classes.marks}>
        {bin.misplaced ? <IconAlertTriangle stroke={2.4} aria-hidden="true" /> : null}
        {bin.held ? <IconHandStop stroke={2.2} aria-hidden="true" /> : null}
      </span>
      {bin.quantity === 0 ? null : (
        <span className={classes.fill}>
          <i style={{ width: `${Math.max(4, Math.round(fill * 100))}%` }} />
        </span>
      )}
    </button>
  )
})

const states = [
  ['expired', 'expired'],
  ['last_day', 'last day'],
  ['week', '7 days'],
  ['month', '30 days'],
  ['quarter', '90 days'],
  ['long', 'longer'],
  ['undated', 'no date'],
  ['empty', 'empty'],
] as const

/** What the colours mean: the last day of what expires first there. */
export function Legend() {
  return (
    <ul className={classes.legend} aria-label="What the colours mean">
      {states.map(([state, words]) => (
        <li key={state} className={classes.cell} data-state={state}>
          {words}
        </li>
      ))}
      <li className={classes.cell} data-held>
        held <IconHandStop size={13} stroke={2.2} aria-hidden="true" />
      </li>
      <li className={classes.cell}>
        wrong <IconAlertTriangle size={13} stroke={2.4} aria-hidden="true" />
      </li>
    </ul>
  )
}
