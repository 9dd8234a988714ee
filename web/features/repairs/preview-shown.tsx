/**
 * web/features/repairs/preview-shown.tsx — what a repair would do, in a few lines: where units go, who loses or gets any, what is held.
 */
import { Alert, List, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { batchText } from '#domain/batch-code.ts'
import type { RepairPreview } from '../../api/types.ts'
import { isoDayInWords } from '../../shared/date-text.tsx'
import { countOf, quantityText } from '../../shared/quantity.tsx'

type Sides = Readonly<{ before: number; after: number }>
const documentsShown = 5
const madeShown = 10

const change = ({ before, after }: Sides) => `${quantityText(before)} → ${quantityText(after)}`
const day = (on: string | null) => (on === null ? 'none' : isoDayInWords(on))

export function PreviewShown({ preview, kind }: Readonly<{ preview: RepairPreview; kind: string }>) {
  const { documents, documentsChanged, holds, expired } = preview
  const loses =
    documents.some(({ before, after }) => after < before) || holds.length > 0 || expired.after > expired.before
  const lines = [...unitLines(preview), ...dayLines(preview), ...madeLines(preview)]
  return (
    <Alert color={loses ? 'saffron' : 'gray'} variant="light" role="status" title="What it will do">
      <List spacing={4} c="var(--mantine-color-text)" fz="sm">
        {lines.length > 0 ? lines : <List.Item>{nothingWords[kind] ?? 'No unit changes.'}</List.Item>}
        {documents.slice(0, documentsShown).map(({ id, kind: of, number, ...sides }) => (
          <List.Item key={id}>
            {of === 'order' ? 'Order' : 'Transfer'} {number}: {change(sides)} promised
          </List.Item>
        ))}
        {documentsChanged > documentsShown ? (
          <List.Item>
            and {countOf(documentsChanged - documentsShown, 'more order or transfer', 'more of them')}
          </List.Item>
        ) : null}
        {holds.map(({ number, reason, ...sides }) => (
          <List.Item key={number}>
            {number} ({reason}) holds {change(sides)} units
          </List.Item>
        ))}
        {expired.before === expired.after ? null : <List.Item>Expired units here: {change(expired)}</List.Item>}
      </List>
      {documentsChanged === 0 ? (
        <Text fz="sm" mt={6} c="dimmed">
          No order and no transfer loses or gets anything.
        </Text>
      ) : null}
    </Alert>
  )
}

const nothingWords: Readonly<Record<string, string>> = {
  merge: 'Nothing of it is here: its code, its history and its holds are joined.',
  rename: 'Only the code changes. Labels with the old one still find the batch.',
}

const unitLines = ({ batches }: RepairPreview): ReactNode[] =>
  batches
    .filter(({ onHand }) => onHand.before !== onHand.after)
    .map(({ batchId, batchCode, onHand }) => (
      <List.Item key={batchId}>
        {batchText(batchCode)}: {change(onHand)} units here
      </List.Item>
    ))

/** What was made of it of the same product stands among what was made. */
const dayLines = ({ batches, made }: RepairPreview): ReactNode[] =>
  batches
    .filter(
      ({ batchId, expiresOn }) => expiresOn.before !== expiresOn.after && !made.some((one) => one.batchId === batchId),
    )
    .map(({ batchId, batchCode, expiresOn }) => (
      <List.Item key={`${batchId} day`}>
        {batchText(batchCode)}: last day {day(expiresOn.before)} → {day(expiresOn.after)}
      </List.Item>
    ))

const madeLines = ({ made, madeChanged }: RepairPreview): ReactNode[] => [
  ...made.slice(0, madeShown).map(({ batchId, batchCode, sku, expiresOn, follows }) => (
    <List.Item key={`${batchId} made`}>
      Made of it, {batchText(batchCode)} of {sku}:{' '}
      {follows
        ? `last day ${day(expiresOn.before)} → ${day(expiresOn.after)}`
        : `stays good until ${day(expiresOn.after)}, for somebody said so. Look at it yourself`}
    </List.Item>
  )),
  ...(madeChanged > madeShown
    ? [
        <List.Item key="more made">
          and {countOf(madeChanged - madeShown, 'more batch that was made of it', 'more that were made of it')}
        </List.Item>,
      ]
    : []),
]
