/**
 * web/features/places/bin-fields.tsx — what a bin takes, and where it stands.
 */
import { NumberInput, Select, SimpleGrid, TextInput } from '@mantine/core'
import type { Place } from '../../api/types.ts'
import { mixingChoices } from '../../shared/storage-words.ts'

type Typed = number | string
type BinValues = { mixing: Place['mixing']; capacity: Typed; aisle: string; bay: Typed; level: Typed }

export const binValues = ({ mixing, capacity, aisle, bay, level }: Place): BinValues => ({
  mixing,
  capacity: capacity ?? '',
  aisle: aisle ?? '',
  bay: bay ?? '',
  level: level ?? '',
})

const number = (typed: Typed): number | null => (typed === '' ? null : Number(typed))

/** What is left empty is not told. */
export const binRules = ({ mixing, capacity, aisle, bay, level }: BinValues) => ({
  mixing,
  capacity: number(capacity),
  aisle: aisle.trim() || null,
  bay: number(bay),
  level: number(level),
})

type BinFieldsProps = Readonly<{ field: (name: keyof BinValues) => object }>

export function BinFields({ field }: BinFieldsProps) {
  const whole = { allowDecimal: false, min: 0, placeholder: 'from the code' }
  return (
    <>
      <Select
        label="Takes at once"
        description="One behind another: nothing is put before what goes out sooner"
        allowDeselect={false}
        data={mixingChoices}
        {...field('mixing')}
      />
      <NumberInput
        label="Holds"
        description="Base units, of whatever lies there"
        {...whole}
        min={1}
        placeholder="not told"
        {...field('capacity')}
      />
      <SimpleGrid cols={3}>
        <TextInput label="Aisle" maxLength={20} placeholder="from the code" {...field('aisle')} />
        <NumberInput label="Bay" {...whole} {...field('bay')} />
        <NumberInput label="Level" {...whole} {...field('level')} />
      </SimpleGrid>
    </>
  )
}
