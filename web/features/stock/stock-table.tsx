/**
 * web/features/stock/stock-table.tsx — stock as a table on a desk; the table model is made of the rows in view alone.
 */
import { UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { type ReactTable, useTable } from '@tanstack/react-table'
import { useMemo } from 'react'
import type { StockRow } from '../../api/types.ts'
import { RowLink } from '../../shared/listing.tsx'
import { quantityText } from '../../shared/quantity.tsx'
import { columns, features, gridOf, layout } from './stock-columns.tsx'
import type { StockFilter, StockSort } from './stock-filter.ts'
import { keyOfRow, type StockLine } from './stock-pages.ts'
import classes from './stock-window.module.css'
import { placeOf, UnreadLine, type Window } from './stock-window.tsx'

type StockTableProps = Readonly<{
  window: Window
  shownColumns: Record<string, boolean>
  filter: StockFilter
  onSort: (sort: StockSort) => void
}>
type Model = ReactTable<typeof features, StockRow>

export const rowHeight = 38

export function StockTable({ window, shownColumns, filter, onSort }: StockTableProps) {
  const { items, height, lineCount } = window
  const first = items[0]?.index
  const last = items.at(-1)?.index
  // biome-ignore lint/correctness/useExhaustiveDependencies: the items are others on every scroll event, their lines are not
  const data = useMemo(
    () => items.flatMap(({ line }) => (line?.kind === 'row' ? [line.row] : [])),
    [first, last, items[0]?.line, items.at(-1)?.line, lineCount],
  )
  const table = useTable({ features, columns, data, getRowId: keyOfRow, state: { columnVisibility: shownColumns } })
  const visible = table.getVisibleLeafColumns()
  const grid = gridOf(visible.map(({ id }) => id))
  const template = { gridTemplateColumns: grid.template }
  const rows = new Map(table.getRowModel().rows.map((row) => [row.id, row]))
  return (
    <table
      aria-label="Stock by batch"
      aria-rowcount={lineCount + 1}
      className={classes.table}
      style={{ minWidth: `max(100%, ${grid.widthMin}px)` }}
    >
      <thead className={classes.headGroup}>
        <tr aria-rowindex={1} className={classes.head} style={template}>
          {visible.map(({ id, columnDef }) => (
            <HeadCell key={id} id={id} title={String(columnDef.header)} filter={filter} onSort={onSort} />
          ))}
        </tr>
      </thead>
      <tbody className={classes.body} style={{ height }}>
        {items.map((item) => (
          <tr
            key={item.key}
            aria-rowindex={item.index + 2}
            className={classes.line}
            style={item.line?.kind === 'group' ? placeOf(item) : { ...placeOf(item), ...template }}
          >
            <LineContent line={item.line} rows={rows} table={table} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type LineContentProps = Readonly<{
  line: StockLine | undefined
  rows: ReadonlyMap<string, ReturnType<Model['getRowModel']>['rows'][number]>
  table: Model
}>

function LineContent({ line, rows, table }: LineContentProps) {
  if (line?.kind === 'group') return <GroupLine line={line} />
  const row = line ? rows.get(keyOfRow(line.row)) : undefined
  if (!row)
    return (
      <td>
        <UnreadLine />
      </td>
    )
  return row.getVisibleCells().map((cell) => (
    <td key={cell.id} className={layout[cell.column.id]?.end ? classes.end : undefined}>
      <table.FlexRender cell={cell} />
    </td>
  ))
}

function GroupLine({ line }: { line: Extract<StockLine, { kind: 'group' }> }) {
  return (
    <td className={classes.group}>
      <RowLink to={`/products/${encodeURIComponent(line.sku)}`}>{line.sku}</RowLink>
      <span>{line.name}</span>
      <span>{line.batches === 1 ? '1 batch' : `${line.batches} batches`}</span>
      <span>{quantityText(line.onHand)} on hand</span>
      <span>{quantityText(line.available)} available</span>
    </td>
  )
}

type HeadCellProps = Pick<StockTableProps, 'filter' | 'onSort'> & Readonly<{ id: string; title: string }>

function HeadCell({ id, title, filter, onSort }: HeadCellProps) {
  const { sort, end } = layout[id] ?? {}
  const active = sort === (filter.grouped ? 'sku' : (filter.sort ?? 'expiresOn'))
  const descending = filter.direction === 'desc'
  const Arrow = descending ? IconArrowDown : IconArrowUp
  const order = active ? { 'aria-sort': descending ? ('descending' as const) : ('ascending' as const) } : {}
  return (
    <th scope="col" {...order} className={end ? classes.end : undefined}>
      {sort ? (
        <UnstyledButton className={classes.sort} data-active={active || undefined} onClick={() => onSort(sort)}>
          {title}
          {active ? <Arrow size={13} aria-hidden="true" /> : null}
        </UnstyledButton>
      ) : (
        title
      )}
    </th>
  )
}
