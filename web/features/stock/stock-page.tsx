/**
 * web/features/stock/stock-page.tsx — what lies where, batch by batch, over all warehouses.
 */
import { Button, Text, Title } from '@mantine/core'
import { useDocumentTitle, useLocalStorage, useMediaQuery } from '@mantine/hooks'
import { IconDownload } from '@tabler/icons-react'
import { useMemo } from 'react'
import { asProblem } from '../../api/problem.ts'
import { quantityText } from '../../shared/quantity.tsx'
import { Empty, Loading, ProblemAlert } from '../../shared/states.tsx'
import { cardHeight, StockCards } from './stock-cards.tsx'
import { hiddenAtFirst } from './stock-columns.tsx'
import { isFiltered, type StockFilter, type StockSort, stockQuery } from './stock-filter.ts'
import { linesOf } from './stock-pages.ts'
import { rowHeight, StockTable } from './stock-table.tsx'
import { ColumnChoice, StockToolbar } from './stock-toolbar.tsx'
import classes from './stock-window.module.css'
import { StockWindow } from './stock-window.tsx'
import { type StockRows, useStockRows } from './use-stock-rows.ts'

type StockPageProps = Readonly<{ filter: StockFilter; onFilter: (filter: StockFilter) => void }>

export function StockPage({ filter, onFilter }: StockPageProps) {
  useDocumentTitle('Stock · Firstout')
  const [shown, setShown] = useLocalStorage<Record<string, boolean>>({
    key: 'firstout-stock-columns',
    defaultValue: hiddenAtFirst,
    getInitialValueInEffect: false,
  })
  const stock = useStockRows(filter)
  const onSort = (sort: StockSort) =>
    onFilter({
      ...filter,
      sort,
      direction: (filter.sort ?? 'expiresOn') === sort && filter.direction !== 'desc' ? 'desc' : 'asc',
    })
  return (
    <div className={classes.page}>
      <div className={classes.toolbar} style={{ justifyContent: 'space-between' }}>
        <Title order={1}>Stock</Title>
        <Sums stock={stock} filter={filter} />
      </div>
      <StockToolbar
        filter={filter}
        onChange={(change) => onFilter({ ...filter, ...change } as StockFilter)}
        columns={<ColumnChoice shown={shown} onChange={setShown} />}
      />
      <StockRowsShown stock={stock} filter={filter} shown={shown} onSort={onSort} />
    </div>
  )
}

function Sums({ stock, filter }: { stock: StockRows; filter: StockFilter }) {
  const read = stock.rows?.length ?? 0
  const { onHand, available } = stock.sums
  const asked = Object.entries(stockQuery(filter)).map(([name, value]) => [name, String(value)])
  return (
    <div className={classes.sums} style={{ alignItems: 'center' }}>
      <span>
        <b>{quantityText(stock.total)}</b> {stock.total === 1 ? 'row' : 'rows'}
      </span>
      <Text span inherit visibleFrom="sm">
        <b>{quantityText(onHand)}</b> on hand, <b>{quantityText(available)}</b> available
        {read >= stock.total ? '' : ` in the first ${quantityText(read)}`}
      </Text>
      <Button
        component="a"
        href={`/v1/stock.csv?${new URLSearchParams(asked)}`}
        download
        size="xs"
        variant="default"
        leftSection={<IconDownload size={14} />}
      >
        CSV
      </Button>
    </div>
  )
}

type ShownProps = Readonly<{
  stock: StockRows
  filter: StockFilter
  shown: Record<string, boolean>
  onSort: (sort: StockSort) => void
}>

function StockRowsShown({ stock, filter, shown, onSort }: ShownProps) {
  const phone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false })
  const lines = useMemo(() => linesOf(stock.rows ?? [], filter.grouped ?? false), [stock.rows, filter.grouped])
  if (stock.rows === null && stock.error) return <ProblemAlert problem={asProblem(stock.error)} onRetry={stock.again} />
  if (stock.rows === null) return <Loading rows={14} />
  if (stock.rows.length === 0)
    return isFiltered(filter) ? (
      <Empty title="No stock fits this filter">Take a part of it away, or look for the batch in the search box.</Empty>
    ) : (
      <Empty title="No stock yet">What you receive is listed here, batch by batch.</Empty>
    )
  return (
    <StockWindow lines={lines} stock={stock} lineHeight={phone ? cardHeight : rowHeight}>
      {(window) =>
        phone ? (
          <StockCards window={window} />
        ) : (
          <StockTable window={window} shownColumns={shown} filter={filter} onSort={onSort} />
        )
      }
    </StockWindow>
  )
}
