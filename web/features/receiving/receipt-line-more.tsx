/**
 * web/features/receiving/receipt-line-more.tsx — what a line says beyond product, quantity, batch and last day: on demand, and
 * by itself where the product asks for it or something is filled in.
 */
import { Select, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { useRef } from 'react'
import { CountrySelect } from '../../shared/country-select.tsx'
import { DayInput } from '../../shared/day-input.tsx'
import { MoneyInput } from '../../shared/money-input.tsx'
import { QuantityInput } from '../../shared/quantity-input.tsx'
import type { LineFields } from './receipt-line-fields.ts'
import { wantsProductionDate } from './receipt-remarks.ts'

const names = [
  'closedPackOf',
  'producedOn',
  'bestBefore',
  'supplierLot',
  'originCountry',
  'condition',
  'sample',
  'unitCost',
  'serials',
] as const
type Name = (typeof names)[number]

export function MoreFields(fields: LineFields & { all: boolean }) {
  const { field, product } = fields
  const shown = useShown(fields)
  if (shown.size === 0) return null
  const asks = product !== undefined && wantsProductionDate(product)
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, lg: 6 }} mt="sm" spacing="sm">
      {shown.has('closedPackOf') ? (
        <QuantityInput label="In closed boxes of" placeholder="loose" min={2} {...field('closedPackOf')} />
      ) : null}
      {shown.has('producedOn') ? (
        <DayInput label="Produced on" {...field('producedOn')} {...(asks ? { 'data-step': 'producedOn' } : {})} />
      ) : null}
      {shown.has('bestBefore') ? <DayInput label="Best before" {...field('bestBefore')} /> : null}
      {shown.has('supplierLot') ? <TextInput label="Supplier's lot" {...field('supplierLot')} /> : null}
      {shown.has('originCountry') ? <CountrySelect label="Origin" {...field('originCountry')} /> : null}
      {shown.has('condition') ? <Condition {...field('condition')} /> : null}
      {shown.has('sample') ? (
        <QuantityInput label="Keep as a sample" placeholder="as the product says" min={0} {...field('sample')} />
      ) : null}
      {shown.has('unitCost') ? <Cost unit={product?.baseUnit ?? 'each'} {...field('unitCost')} /> : null}
      {shown.has('serials') ? (
        <Textarea label="Serials" placeholder="One a line, scanned" autosize minRows={2} {...field('serials')} />
      ) : null}
    </SimpleGrid>
  )
}

/** A field that came by itself stays: it must not go away from under the hand that empties it. */
function useShown({ line, product, all }: LineFields & { all: boolean }): ReadonlySet<Name> {
  const came = useRef(new Set<Name>())
  const undated = product?.dates === 'none'
  const isEmpty = (name: Name) => line[name] === '' || line[name] === null || line[name] === 'good'
  const asked: readonly Name[] = [
    ...(product?.tracking === 'serial' ? (['serials'] as const) : []),
    ...(product !== undefined && wantsProductionDate(product) ? (['producedOn'] as const) : []),
  ]
  for (const name of names) if (!isEmpty(name) || asked.includes(name)) came.current.add(name)
  const wanted = names.filter((name) => came.current.has(name) || (all && name !== 'serials'))
  return new Set(undated ? wanted.filter((name) => name !== 'producedOn' && name !== 'bestBefore') : wanted)
}

type InputProps = ReturnType<LineFields['field']>

const Condition = (props: InputProps) => (
  <Select
    label="Condition"
    data={[
      { value: 'good', label: 'Good' },
      { value: 'damaged', label: 'Damaged' },
    ]}
    {...props}
  />
)

const costLabels = { each: 'Cost of one', gram: 'Cost of 1 g', millilitre: 'Cost of 1 ml' } as const

const Cost = ({ unit, ...props }: InputProps & { unit: keyof typeof costLabels }) => (
  <MoneyInput label={costLabels[unit]} {...props} />
)
