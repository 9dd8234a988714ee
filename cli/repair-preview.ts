/**
 * cli/repair-preview.ts — what a repair would do, in words.
 */
import { table } from './table.ts'

type Sides<T> = Readonly<{ before: T; after: T }>
type Units = Sides<number>
export type PreviewTold = Readonly<{
  batches: readonly { batchCode: string; onHand: Units; reserved: Units; expiresOn: Sides<string | null> }[]
  documents: readonly ({ number: string; kind: string } & Units)[]
  documentsChanged: number
  made: readonly { batchCode: string; sku: string; expiresOn: Sides<string | null>; follows: boolean }[]
  madeChanged: number
  holds: readonly ({ number: string; reason: string } & Units)[]
  expired: Units
}>

const change = <T extends string | number | null>({ before, after }: Sides<T>): string =>
  before === after ? String(before ?? 'none') : `${before ?? 'none'} → ${after ?? 'none'}`

export function previewText(told: PreviewTold): string {
  const { batches, documents, documentsChanged, made, madeChanged, holds, expired } = told
  const rows = table(batches, [
    { title: 'Batch', of: ({ batchCode }) => batchCode },
    { title: 'Here', of: ({ onHand }) => change(onHand) },
    { title: 'Promised', of: ({ reserved }) => change(reserved) },
    { title: 'Expires', of: ({ expiresOn }) => change(expiresOn) },
  ])
  const more = documentsChanged - documents.length
  return [
    rows,
    ...documents.map((one) => `${one.kind} ${one.number}: ${change(one)} promised`),
    ...(more > 0 ? [`and ${more} more`] : []),
    ...(documentsChanged === 0 ? ['No order and no transfer loses or gets anything.'] : []),
    ...made.map(
      ({ batchCode, sku, expiresOn, follows }) =>
        `made of it, ${batchCode} of ${sku}: ${follows ? change(expiresOn) : `stays ${expiresOn.after}, for somebody said so`}`,
    ),
    ...(madeChanged > made.length ? [`and ${madeChanged - made.length} more that were made of it`] : []),
    ...holds.map((one) => `hold ${one.number} (${one.reason}): ${change(one)} units`),
    ...(expired.before === expired.after ? [] : [`expired units here: ${change(expired)}`]),
    'Nothing is done yet.',
  ].join('\n')
}
