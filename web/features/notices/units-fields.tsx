/**
 * web/features/notices/units-fields.tsx — what became of the units of each batch, number by number.
 */
import { SimpleGrid, Text } from '@mantine/core'
import { QuantityInput } from '../../shared/quantity-input.tsx'
import classes from './notices.module.css'

export type Said = { have: number | ''; destroyed: number | ''; returning: number | ''; used: number | '' }
export type SaidOf = Readonly<Record<string, Said>>
export const fields = ['have', 'destroyed', 'returning', 'used'] as const
const none: Said = { have: '', destroyed: '', returning: '', used: '' }

type Item = Readonly<{
  batchId: string
  batchCode: string
  sku: string
  productName: string
  quantity: number
  most: number
}>
type UnitsProps = Readonly<{
  items: readonly Item[]
  said: SaidOf
  onSaid: (said: SaidOf) => void
  words: Readonly<Record<(typeof fields)[number], string>> &
    Readonly<{ batch: string; got: (quantity: number, most: number) => string }>
}>

export function UnitsFields({ items, said, onSaid, words }: UnitsProps) {
  return (
    <>
      {items.map(({ batchId, batchCode, sku, productName, quantity, most }) => (
        <fieldset key={batchId} className={classes.item}>
          <Text component="legend" fw={650}>
            {productName} ({sku})
          </Text>
          <Text fz="sm">{`${words.batch} ${batchCode}. ${words.got(quantity, most)}`}</Text>
          <SimpleGrid cols={2} mt="xs" spacing="sm">
            {fields.map((field) => (
              <QuantityInput
                key={field}
                label={words[field]}
                min={0}
                max={most}
                inputMode="numeric"
                placeholder="0"
                value={said[batchId]?.[field] ?? ''}
                onChange={(units) => onSaid({ ...said, [batchId]: { ...none, ...said[batchId], [field]: units } })}
              />
            ))}
          </SimpleGrid>
        </fieldset>
      ))}
    </>
  )
}

/** What is not filled in is none. */
export const linesOf = (items: readonly Item[], said: SaidOf) =>
  items.map(({ batchId }) => {
    const { have, destroyed, returning, used } = said[batchId] ?? none
    return {
      batchId,
      have: Number(have),
      destroyed: Number(destroyed),
      returning: Number(returning),
      used: Number(used),
    }
  })
