/**
 * web/features/stock/stock-page.tsx — what lies where, batch by batch, over all warehouses.
 */

import { Loader, Text, Title } from '@mantine/core'
import { useDocumentTitle, useLocalStorage, useMediaQuery } from '@mantine/hooks'
import { IconCalendarTime, IconFileImport, IconPackageImport } from '@tabler/icons-react'
import { LinkButton } from '../../shared/link-button.tsx'
import { May } from '../../shared/may.tsx'
import { quantityText } from '../../shared/quantity.tsx'
import { SheetButton } from '../../shared/sheet-button.tsx'
import { Empty, Unanswered } from '../../shared/states.tsx'
import { cardHeight, StockCards } from './stock-cards.tsx'
import { hiddenAtFirst } from './stock-columns.tsx'
import { isFiltered, type StockFilter, type StockSort, stockQuery } from './stock-filter.ts'
import { rowHeight, StockTable } from './stock-table.tsx'
import { ColumnChoice, StockToolbar } from './stock-toolbar.tsx'
import classes from './stock-window.module.css'
import { StockWindow } from './stock-window.tsx'
import { type Stock, useStock } from './use-stock.ts'

type StockPageProps = Readonly<{ filter: StockFilter; onFilter: (filter: StockFilter) => void }>

export function StockPage({ filter, onFilter }: StockPageProps) {
  useDocumentTitle('Stock · Firstout')
  const [shown, setShown] = useLocalStorage<Record<string, boolean>>({
    key: 'firstout-stock-columns',
    defaultValue: hiddenAtFirst,
    getInitialValueInEffect: false,
  })
  const stock = useStock(filter)
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

function Sums({ stock: { shown, reading }, filter }: { stock: Stock; filter: StockFilter }) {
  const asked = Object.entries(stockQuery(filter)).map(([name, value]) => [name, String(value)])
  return (
    <div className={classes.sums} style={{ alignItems: 'center' }}>
      {reading ? <Loader size="xs" aria-label="Reading" /> : null}
      {shown ? (
        <>
          <span>
            <b>{quantityText(shown.total)}</b> {shown.total === 1 ? 'row' : 'rows'}
          </span>
          <Text span inherit visibleFrom="sm">
            <b>{quantityText(shown.onHand)}</b> on hand, <b>{quantityText(shown.available)}</b> available
          </Text>
        </>
      ) : null}
      <LinkButton to="/stock/as-of" size="xs" variant="default" leftSection={<IconCalendarTime size={14} />}>
        Another day
      </LinkButton>
      <SheetButton href={`/v1/stock.csv?${new URLSearchParams(asked)}`} />
    </div>
  )
}

type ShownProps = Readonly<{
  stock: Stock
  filter: StockFilter
  shown: Record<string, boolean>
  onSort: (sort: StockSort) => void
}>

function StockRowsShown({ stock, filter, shown, onSort }: ShownProps) {
  const phone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false })
  const { shown: found, reading, error, again, show } = stock
  if (!found || (error && reading)) return <Unanswered of={{ error, isFetching: reading, refetch: again }} rows={14} />
  if (found.total === 0) return <NoStock filtered={isFiltered(filter)} />
  return (
    <StockWindow key={found.of} lines={found.lines} lineHeight={phone ? cardHeight : rowHeight} onShow={show}>
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

function NoStock({ filtered }: { filtered: boolean }) {
  if (filtered)
    return (
      <Empty title="No stock fits this filter">Take a part of it away, or look for the batch in the search box.</Empty>
    )
  const receive = (
    <May to="receive">
      <LinkButton to="/receive" leftSection={<IconPackageImport size={15} />}>
        Receive
      </LinkButton>{' '}
      <LinkButton to="/imports" variant="default" leftSection={<IconFileImport size={15} />}>
        Import a sheet
      </LinkButton>
    </May>
  )
  return (
    <Empty title="No stock yet" action={receive}>
      What you receive is listed here, batch by batch.
    </Empty>
  )
}
