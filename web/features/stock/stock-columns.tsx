/**
 * web/features/stock/stock-columns.tsx — the columns of the stock list; every name and number leads to what it is made of.
 */
import { columnVisibilityFeature, createColumnHelper, tableFeatures } from '@tanstack/react-table'
import type { StockRow } from '../../api/types.ts'
import { BatchCode } from '../../shared/batch-code.tsx'
import { binOf, boxedText } from '../../shared/box-words.ts'
import { DateText, InstantText } from '../../shared/date-text.tsx'
import { DaysLeft } from '../../shared/days-left.tsx'
import { LightLink } from '../../shared/light-link.tsx'
import { placeText } from '../../shared/place-words.ts'
import { Quantity } from '../../shared/quantity.tsx'
import type { StockSort } from './stock-filter.ts'
import { StockStatusSign } from './stock-status.tsx'
import classes from './stock-window.module.css'

export const features = tableFeatures({ columnVisibilityFeature })
const helper = createColumnHelper<typeof features, StockRow>()

export const columns = helper.columns([
  helper.display({
    id: 'product',
    header: 'Product',
    enableHiding: false,
    cell: ({ row: { original } }) => <ProductCell {...original} />,
  }),
  helper.display({
    id: 'batch',
    header: 'Batch',
    enableHiding: false,
    cell: ({ row: { original } }) => (
      <LightLink to={`/batches/${original.batchId}`}>
        <BatchCode code={original.batchCode} />
      </LightLink>
    ),
  }),
  helper.display({
    id: 'expiresOn',
    header: 'Last day',
    cell: ({ row: { original } }) => <DateText day={original.expiresOn} />,
  }),
  helper.display({
    id: 'daysLeft',
    header: 'Days left',
    cell: ({ row: { original } }) => <DaysLeft daysLeft={original.daysLeft} />,
  }),
  helper.display({
    id: 'place',
    header: 'Place',
    cell: ({ row: { original } }) => <PlaceCell {...original} />,
  }),
  helper.display({
    id: 'status',
    header: 'Status',
    cell: ({ row: { original } }) => <StockStatusSign row={original} />,
  }),
  helper.display({
    id: 'onHand',
    header: 'On hand',
    cell: ({ row: { original } }) => <Quantity of={original.onHand} />,
  }),
  helper.display({
    id: 'reserved',
    header: 'Reserved',
    cell: ({ row: { original } }) => <Quantity of={original.reserved} dimZero />,
  }),
  helper.display({
    id: 'available',
    header: 'Available',
    cell: ({ row: { original } }) => <Quantity of={original.available} dimZero />,
  }),
  helper.display({ id: 'category', header: 'Category', cell: ({ row: { original } }) => original.category }),
  helper.display({
    id: 'producedOn',
    header: 'Produced',
    cell: ({ row: { original } }) => <DateText day={original.producedOn} none="–" />,
  }),
  helper.display({
    id: 'firstReceivedOn',
    header: 'First received',
    cell: ({ row: { original } }) => <DateText day={original.firstReceivedOn} none="–" />,
  }),
  helper.display({
    id: 'lastMovedAt',
    header: 'Last moved',
    cell: ({ row: { original } }) => <InstantText at={original.lastMovedAt} />,
  }),
])

function ProductCell({ sku, productName, productId }: StockRow) {
  return (
    <>
      <LightLink to={`/products/${productId}`}>{sku}</LightLink>
      <span title={productName} style={{ marginLeft: 8, color: 'var(--mantine-color-dimmed)' }}>
        {productName}
      </span>
    </>
  )
}

function PlaceCell({ placeKind: kind, warehouseCode, placeCode, onHand, packOf }: StockRow) {
  const place = placeText({ kind, code: binOf(placeCode, packOf), warehouseCode })
  if (packOf === null) return place
  const boxes = boxedText(onHand, packOf)
  return (
    <div className={classes.boxed} title={`${place}: ${boxes}`}>
      {place}
      <small>{boxes}</small>
    </div>
  )
}

type Layout = Readonly<{ min: number; grow?: number; sort?: StockSort; end?: boolean }>

/** How wide in pixels at least, what share of the rest it takes, by what it sorts, and whether it is a number. */
export const layout: Readonly<Record<string, Layout>> = {
  product: { min: 108, grow: 3, sort: 'sku' },
  batch: { min: 104, grow: 1.2, sort: 'batchCode' },
  expiresOn: { min: 90, sort: 'expiresOn' },
  daysLeft: { min: 164 },
  place: { min: 92, grow: 1, sort: 'warehouse' },
  status: { min: 112 },
  onHand: { min: 68, sort: 'onHand', end: true },
  reserved: { min: 64, end: true },
  available: { min: 72, sort: 'available', end: true },
  category: { min: 110 },
  producedOn: { min: 100 },
  firstReceivedOn: { min: 112 },
  lastMovedAt: { min: 140 },
}
const gap = 12
const padding = 28

/** The grid of these columns, and the width below which it scrolls sideways. */
export function gridOf(ids: readonly string[]) {
  const of = ids.map((id) => layout[id] ?? { min: 100 })
  return {
    template: of.map(({ min, grow }) => (grow ? `minmax(${min}px, ${grow}fr)` : `${min}px`)).join(' '),
    widthMin: of.reduce((sum, { min }) => sum + min + gap, padding - gap),
  }
}

export const hiddenAtFirst = { category: false, producedOn: false, firstReceivedOn: false, lastMovedAt: false }
export const choosable = columns.flatMap(({ id, header, enableHiding }) =>
  id && enableHiding !== false ? [{ id, title: String(header) }] : [],
)
