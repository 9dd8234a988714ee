/**
 * web/features/stock/stock-cards.tsx — stock on a phone: the same rows as cards.
 */
import { Text } from '@mantine/core'
import type { StockRow } from '../../api/types.ts'
import { BatchCode } from '../../shared/batch-code.tsx'
import { binOf, boxedText } from '../../shared/box-words.ts'
import { DaysLeft } from '../../shared/days-left.tsx'
import { LightLink } from '../../shared/light-link.tsx'
import { placeText } from '../../shared/place-words.ts'
import { quantityText } from '../../shared/quantity.tsx'
import { StockStatusSign } from './stock-status.tsx'
import classes from './stock-window.module.css'
import { placeOf, UnreadLine, type Window } from './stock-window.tsx'

export const cardHeight = 98

export function StockCards({ window: { items, height } }: { window: Window }) {
  return (
    <ul aria-label="Stock by batch" className={classes.body} style={{ height }}>
      {items.map((item) => (
        <li key={item.key} className={classes.line} style={placeOf(item)}>
          <Card line={item.line} />
        </li>
      ))}
    </ul>
  )
}

function Card({ line }: { line: Window['items'][number]['line'] }) {
  if (!line) return <UnreadLine />
  if (line.kind === 'row') return <RowCard row={line.row} />
  return (
    <div className={classes.groupCard}>
      <LightLink to={`/products/${line.group.productId}`}>{line.group.sku}</LightLink>
      <Text c="dimmed" truncate>
        {line.group.productName}
      </Text>
      <Text fw={600}>
        {quantityText(line.group.available)} of {quantityText(line.group.onHand)} available
      </Text>
    </div>
  )
}

function RowCard({ row }: { row: StockRow }) {
  return (
    <div className={classes.card}>
      <LightLink to={`/batches/${row.batchId}`}>
        <BatchCode code={row.batchCode} />
      </LightLink>
      <DaysLeft daysLeft={row.daysLeft} />
      <Text span truncate>
        {row.sku} · {row.productName}
      </Text>
      <StockStatusSign row={row} />
      <Text span c="dimmed">
        {placeText({ kind: row.placeKind, code: binOf(row.placeCode, row.packOf), warehouseCode: row.warehouseCode })}
        {row.packOf === null ? '' : ` · ${boxedText(row.onHand, row.packOf)}`}
      </Text>
      <Text span fw={600}>
        {quantityText(row.available)}
        <Text span c="dimmed" fw={400}>
          {' '}
          of {quantityText(row.onHand)}
        </Text>
      </Text>
    </div>
  )
}
