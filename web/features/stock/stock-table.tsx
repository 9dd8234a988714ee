/**
 * web/features/stock/stock-table.tsx — stock as a table on a desk; the table model is made of the rows in view alone.
 */
import { UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { FlexRender, type ReactTable, useTable } from '@tanstack/react-table'
import { memo, useMemo } from 'react'
import type { StockGroup, StockRow } from '../../api/types.ts'
import { LightLink } from '../../shared/light-link.tsx'
import { countOf, quantityText } from '../../shared/quantity.tsx'
import { columns, features, gridOf, layout } from './stock-columns.tsx'
import type { StockFilter, StockSort } from './stock-filter.ts'
import { keyOfRow, type StockLine, type StockLines } from './stock-pages.ts'
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
  const { lines, items, height } = window
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? -1
  const data = useMemo(() => rowsBetween(lines, first, last), [lines, first, last])
  const table = useTable({
    features,
    columns,
    data,
    getRowId: keyOfRow,
    state: { columnVisibility: { ...shownColumns, product: !filter.grouped } },
  })
  const visible = table.getVisibleLeafColumns()
  const grid = gridOf(visible.map(({ id }) => id))
  const template = { gridTemplateColumns: grid.template }
  const rows = new Map(table.getRowModel().rows.map((row) => [row.id, row]))
  return (
    <table
      aria-label="Stock by batch"
      aria-rowcount={lines.count + 1}
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
            <LineContent
              line={item.line}
              row={item.line?.kind === 'row' ? rows.get(keyOfRow(item.line.row)) : undefined}
              columns={grid.template}
            />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function rowsBetween(lines: StockLines, first: number, last: number): StockRow[] {
  const rows: StockRow[] = []
  for (let index = first; index <= last; index++) {
    const line = lines.at(index)
    if (line?.kind === 'row') rows.push(line.row)
  }
  return rows
}

type LineContentProps = Readonly<{
  line: StockLine | undefined
  row: ReturnType<Model['getRowModel']>['rows'][number] | undefined
  /** Stands for which columns are shown. */
  columns: string
}>

/** Drawn again only when its stock or the columns change, not with every scroll. */
const LineContent = memo(
  function LineContent({ line, row }: LineContentProps) {
    if (line?.kind === 'group') return <GroupLine group={line.group} />
    if (!row)
      return (
        <td>
          <UnreadLine />
        </td>
      )
    return row.getVisibleCells().map((cell) => (
      <td key={cell.id} className={layout[cell.column.id]?.end ? classes.end : undefined}>
        <FlexRender cell={cell} />
      </td>
    ))
  },
  (before, after) =>
    before.columns === after.columns &&
    before.row?.original === after.row?.original &&
    before.line?.kind === after.line?.kind &&
    (after.line?.kind !== 'group' || (before.line?.kind === 'group' && before.line.group === after.line.group)),
)

function GroupLine({ group }: { group: StockGroup }) {
  return (
    <td className={classes.group}>
      <LightLink to={`/products/${group.productId}`}>{group.sku}</LightLink>
      <span>{group.productName}</span>
      <span>{countOf(group.batches, 'batch', 'batches')}</span>
      <span>{quantityText(group.onHand)} on hand</span>
      <span>{quantityText(group.available)} available</span>
    </td>
  )
}

type HeadCellProps = Pick<StockTableProps, 'filter' | 'onSort'> & Readonly<{ id: string; title: string }>

/** Grouped, the product stands above its batches, and its name beside theirs. */
function HeadCell({ id, title, filter, onSort }: HeadCellProps) {
  const { sort, end } = layout[id] ?? {}
  const active = sort === (filter.sort ?? 'expiresOn')
  const order = active
    ? { 'aria-sort': filter.direction === 'desc' ? ('descending' as const) : ('ascending' as const) }
    : {}
  return (
    <th scope="col" {...order} className={end ? classes.end : undefined}>
      {filter.grouped && id === 'batch' ? (
        <>
          <SortButton title="Product" sort="sku" filter={filter} onSort={onSort} />{' '}
        </>
      ) : null}
      {sort ? <SortButton title={title} sort={sort} filter={filter} onSort={onSort} /> : title}
    </th>
  )
}

type SortButtonProps = Pick<StockTableProps, 'filter' | 'onSort'> & Readonly<{ title: string; sort: StockSort }>

function SortButton({ title, sort, filter, onSort }: SortButtonProps) {
  const active = sort === (filter.sort ?? 'expiresOn')
  const Arrow = filter.direction === 'desc' ? IconArrowDown : IconArrowUp
  return (
    <UnstyledButton className={classes.sort} data-active={active || undefined} onClick={() => onSort(sort)}>
      {title}
      {active ? <Arrow size={13} aria-hidden="true" /> : null}
    </UnstyledButton>
  )
}
