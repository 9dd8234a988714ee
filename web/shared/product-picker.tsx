/**
 * web/shared/product-picker.tsx — a product by SKU, name or GTIN; a scanned GTIN turns into the SKU it belongs to.
 */
import type { AutocompleteProps } from '@mantine/core'
import { useEffect } from 'react'
import { Picker } from './picker.tsx'
import { isGtin, useProducts } from './use-products.ts'

type ProductPickerProps = Omit<AutocompleteProps, 'data' | 'defaultValue' | 'renderOption'>

const shownMax = 12

/** Holds the SKU as text, so that what is scanned can be sent at once; what is not known is refused here or by the server. */
export function ProductPicker({ value = '', onChange, ...props }: ProductPickerProps) {
  const looked = useProducts(value)
  const { rows, known } = looked
  const [only, ...others] = rows
  const scanned = isGtin(value.trim()) && known && others.length === 0 ? only?.sku : undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each code that was scanned
  useEffect(() => {
    if (scanned !== undefined && scanned !== value) onChange?.(scanned)
  }, [scanned])
  const there = rows.some(({ sku }) => sku === value.trim())
  return (
    <Picker
      label="Product"
      placeholder="SKU, name or GTIN"
      {...props}
      text={value}
      settled={!known || there}
      looked={looked}
      limit={shownMax}
      optionOf={({ sku, name }) => ({ value: sku, label: name })}
      showOption={({ value: sku, label: name }) => (
        <span>
          <b>{sku}</b> {name}
        </span>
      )}
      words={['product', 'products']}
      onText={(text) => onChange?.(text)}
      onChoose={({ sku }) => onChange?.(sku)}
    />
  )
}
