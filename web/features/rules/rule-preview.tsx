/**
 * web/features/rules/rule-preview.tsx — what a rule would change were it written, or ended: who loses what, who gets what, and
 * which stock that concerns.
 */
import { Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { moneyText } from '#domain/money.ts'
import type { RulePreview } from '../../api/types.ts'
import { BatchLink } from '../../shared/batch-link.tsx'
import { Rows } from '../../shared/listing.tsx'
import { countOf, Quantity } from '../../shared/quantity.tsx'
import { lineColumns } from './line-columns.tsx'
import { MovesEffect, MovesShown } from './rule-moves.tsx'
import classes from './rule-preview.module.css'

type Amounts = RulePreview['losing']['value']

const worth = (amounts: Amounts, words: string) =>
  amounts.length === 0 ? '' : `, ${words} ${amounts.map(moneyText).join(' and ')}`

export function RulePreviewShown({ preview }: { preview: RulePreview }) {
  const { lines, unsellable, sellable, moves } = preview
  return (
    <Stack gap="sm" role="status" aria-label="What it changes">
      <ul className={classes.effects}>
        <Effects preview={preview} />
        {moves ? <MovesEffect moves={moves} /> : null}
      </ul>
      <LinesShown lines={lines} />
      {moves ? <MovesShown items={moves.items} /> : null}
      <BatchesShown label="Stock that could not be sold to them any more" of={unsellable} />
      <BatchesShown label="Stock that could be sold to them again" of={sellable} />
    </Stack>
  )
}

function Effects({ preview: { linesConcerned, losing, served, unsellable, sellable } }: { preview: RulePreview }) {
  return (
    <>
      <Effect tone="quiet">
        {linesConcerned === 0
          ? 'No open order line is concerned today. Later ones will be.'
          : `It speaks of ${countOf(linesConcerned, 'open order line')}.`}
      </Effect>
      {losing.lines === 0 ? (
        <Effect tone="good">No order loses what it was promised.</Effect>
      ) : (
        <Effect tone={losing.leftWaiting > 0 ? 'bad' : 'soon'}>
          <b>{countOf(losing.lines, 'line')}</b> of {countOf(losing.orders, 'order')}{' '}
          {losing.lines === 1 ? 'loses' : 'lose'} <b>{countOf(losing.quantity, 'unit')}</b>:{' '}
          {countOf(losing.servedOtherwise, 'unit')} served otherwise, <b>{countOf(losing.leftWaiting, 'unit')}</b> left
          waiting{worth(losing.value, 'worth')}.
        </Effect>
      )}
      {served.lines > 0 ? (
        <Effect tone="good">
          <b>{countOf(served.lines, 'line')}</b> of {countOf(served.orders, 'order')} that{' '}
          {served.lines === 1 ? 'waits gets' : 'wait get'} <b>{countOf(served.quantity, 'unit')}</b>.
        </Effect>
      ) : null}
      <StockEffect of={unsellable} tone="soon" words="could not be sold to them any more" />
      <StockEffect of={sellable} tone="good" words="could be sold to them again" />
    </>
  )
}

type Tone = 'good' | 'soon' | 'bad' | 'quiet'
const Effect = ({ tone, children }: Readonly<{ tone: Tone; children: ReactNode }>) => (
  <li data-tone={tone}>{children}</li>
)

type Stock = RulePreview['unsellable']

function StockEffect({
  of: { batches, quantity, cost },
  tone,
  words,
}: Readonly<{ of: Stock; tone: Tone; words: string }>) {
  if (batches === 0) return null
  return (
    <Effect tone={tone}>
      <b>{countOf(quantity, 'free unit')}</b> of {countOf(batches, 'batch', 'batches')} {words}
      {worth(cost, 'bought for')}.
    </Effect>
  )
}

function LinesShown({ lines }: { lines: RulePreview['lines'] }) {
  if (lines.length === 0) return null
  return (
    <div className={classes.examples}>
      <Rows
        label="Order lines that change"
        rows={lines}
        keyOf={({ lineId }) => lineId}
        columns={[
          ...lineColumns,
          { title: 'Loses of', cell: ({ batches }) => batches.join(', ') || '–', deskOnly: true },
          { title: 'Loses', cell: ({ loses }) => <Quantity of={loses} dimZero />, end: true },
          { title: 'Gets', cell: ({ gets }) => <Quantity of={gets} dimZero />, end: true },
        ]}
      />
    </div>
  )
}

function BatchesShown({ label, of: { items, batches } }: Readonly<{ label: string; of: Stock }>) {
  if (items.length === 0) return null
  return (
    <details>
      <summary className={classes.summary}>
        {label}
        {items.length < batches ? `, the largest ${items.length}` : ''}
      </summary>
      <div className={classes.examples}>
        <Rows
          label={label}
          rows={items}
          keyOf={({ batchId }) => batchId}
          columns={[
            { title: 'Batch', cell: ({ batchId, batchCode }) => <BatchLink id={batchId} code={batchCode} /> },
            { title: 'Product', cell: ({ sku }) => sku },
            { title: 'Free units', cell: ({ quantity }) => <Quantity of={quantity} />, end: true },
          ]}
        />
      </div>
    </details>
  )
}

/** Said above the button that writes the rule. */
export const PreviewNote = () => (
  <Text fz="sm" c="dimmed">
    On the stock and the open orders of this moment. Nothing is changed yet.
  </Text>
)
