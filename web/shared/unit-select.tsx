import { Select, type SelectProps } from '@mantine/core'
import { useEffect } from 'react'
import type { Product } from '../api/types.ts'

const baseUnits = { each: 'each', gram: 'g', millilitre: 'ml' } as const

type UnitSelectProps = Omit<SelectProps, 'data'> & Readonly<{ product: Product | undefined }>

/** The base unit, whose value is the empty text, or a pack of the product by its name. */
export function UnitSelect({ product, value, onChange, ...props }: UnitSelectProps) {
  const packs = product?.packs ?? []
  const isStrange = product !== undefined && value !== '' && !packs.some(({ name }) => name === value)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each product that has no such pack
  useEffect(() => {
    if (isStrange) onChange?.('', { value: '', label: '' })
  }, [isStrange])
  return (
    <Select
      label="Unit"
      aria-label="Unit or pack"
      data={[
        { value: '', label: baseUnits[product?.baseUnit ?? 'each'] },
        ...packs.map(({ name, quantity }) => ({ value: name, label: `${name} of ${quantity}` })),
      ]}
      value={isStrange ? '' : (value ?? '')}
      {...(onChange ? { onChange } : {})}
      {...props}
    />
  )
}
