/**
 * web/features/stock/move-toolbar.tsx — which moves are shown.
 */
import { Select } from '@mantine/core'
import { useEffect, useState } from 'react'
import { BatchSelect } from '../../shared/batch-select.tsx'
import { DayInput } from '../../shared/day-input.tsx'
import { FilterPart } from '../../shared/filter-part.tsx'
import { type MoveReason, moveWords } from '../../shared/move-words.ts'
import { ProductPicker } from '../../shared/product-picker.tsx'
import { useNames } from '../../shared/use-names.ts'
import { WarehouseSelect } from '../../shared/warehouse-select.tsx'
import { type MoveFilter, readMoveFilter } from './move-filter.ts'
import classes from './stock-window.module.css'

type ToolbarProps = Readonly<{ filter: MoveFilter; onFilter: (filter: MoveFilter) => void }>
type Change = Partial<Record<keyof MoveFilter, unknown>>

/** Written into the ledger in practice; the others are for what is to come. */
const reasons: readonly MoveReason[] = [
  'receipt',
  'shipment',
  'adjustment',
  'count',
  'putaway',
  'return',
  'disposal',
  'reversal',
]
const small = { base: '100%', xs: 160 }

export function MoveToolbar({ filter, onFilter }: ToolbarProps) {
  const change = (changed: Change) => onFilter(readMoveFilter({ ...filter, ...changed }))
  return (
    <search className={classes.toolbar} aria-label="Filter moves" style={{ marginBottom: 12 }}>
      <ProductFilter product={filter.product} onChange={(product) => change({ product, batch: undefined })} />
      {filter.product ? (
        <BatchSelect
          label={null}
          aria-label="Batch"
          placeholder="Any batch"
          product={filter.product}
          clearable
          clearButtonProps={{ 'aria-label': 'Any batch' }}
          w={{ base: '100%', xs: 240 }}
          value={filter.batch ?? null}
          onChange={(batch) => change({ batch })}
        />
      ) : null}
      <Select
        aria-label="Reason"
        placeholder="Any reason"
        clearable
        clearButtonProps={{ 'aria-label': 'Any reason' }}
        w={small}
        data={reasons.map((value) => ({ value, label: moveWords[value] }))}
        value={filter.reason ?? null}
        onChange={(reason) => change({ reason })}
      />
      <WarehouseSelect
        label={null}
        aria-label="Warehouse"
        placeholder="All warehouses"
        clearable
        clearButtonProps={{ 'aria-label': 'All warehouses' }}
        w={small}
        value={filter.warehouse ?? null}
        onChange={(warehouse) => change({ warehouse })}
      />
      <DayInput
        aria-label="Day"
        placeholder="Any day"
        clearable
        w={small}
        value={filter.day ?? null}
        onChange={(day) => change({ day })}
      />
      <OtherParts filter={filter} onChange={change} />
    </search>
  )
}

type ProductFilterProps = Readonly<{ product: string | undefined; onChange: (product: string | undefined) => void }>

/** Asked for once a product is chosen, and not at each letter on the way to it. */
export function ProductFilter({ product = '', onChange }: ProductFilterProps) {
  const [typed, setTyped] = useState(product)
  useEffect(() => setTyped(product), [product])
  return (
    <ProductPicker
      label={null}
      aria-label="Product"
      placeholder="Any product"
      w={{ base: '100%', xs: 220 }}
      value={typed}
      onChange={(next) => {
        setTyped(next)
        if (next === '') onChange(undefined)
      }}
      onOptionSubmit={onChange}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && typed.trim() !== '') onChange(typed.trim())
      }}
    />
  )
}

type OtherPartsProps = Readonly<{ filter: MoveFilter; onChange: (change: Change) => void }>

/** What a link has filtered by and no field shows. */
function OtherParts({ filter, onChange }: OtherPartsProps) {
  const { product, batch, place, document, occurredUntil, recordedAfter } = filter
  const names = useNames([batch, place, document].filter((id) => id !== undefined))
  const nameOf = (id: string) => names.get(id)?.title ?? '…'
  const parts: { words: string; without: Change }[] = []
  if (batch && !product) parts.push({ words: `Batch ${nameOf(batch)}`, without: { batch: undefined } })
  if (place) parts.push({ words: nameOf(place), without: { place: undefined } })
  if (document) parts.push({ words: nameOf(document), without: { document: undefined } })
  if (occurredUntil ?? recordedAfter)
    parts.push({ words: 'Written down later', without: { occurredUntil: undefined, recordedAfter: undefined } })
  return parts.map(({ words, without }) => (
    <FilterPart key={words} words={words} onTakeAway={() => onChange(without)} />
  ))
}
