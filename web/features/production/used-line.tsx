/**
 * web/features/production/used-line.tsx — one thing that was used: its batch, chosen or scanned, and how much of it.
 */
import { Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { KeyboardEvent } from 'react'
import { answerOf, api } from '../../api/client.ts'
import { BatchSelect } from '../../shared/batch-select.tsx'
import { RemoveLine } from '../../shared/form-lines.tsx'
import { labelOf } from '../../shared/label-of.ts'
import { PlacePicker } from '../../shared/place-picker.tsx'
import { ProductPicker } from '../../shared/product-picker.tsx'
import { Quantity } from '../../shared/quantity.tsx'
import { QuantityInput } from '../../shared/quantity-input.tsx'
import { SerialsInput } from '../../shared/serials-input.tsx'
import { useNamedProduct } from '../../shared/use-products.ts'
import { inUnit } from './in-unit.tsx'
import { emptyUsed, isUntouched, type MakeForm } from './make-values.ts'

type UsedLineProps = Readonly<{ form: MakeForm; index: number }>

export function UsedLine({ form, index }: UsedLineProps) {
  const { inputs, warehouse } = form.values
  const line = inputs[index] ?? emptyUsed()
  const product = useNamedProduct(line.product)
  const required = inputs.every(isUntouched) || !isUntouched(line)
  const field = (name: string) => form.getInputProps(`inputs.${index}.${name}`)
  return (
    <Group data-line={index} align="flex-start" gap="sm" role="group" aria-label={`Used ${index + 1}`}>
      <div style={{ flex: '2 1 160px' }} onKeyDownCapture={(event) => void fill(event, form, index)}>
        <ProductPicker required={required} {...field('product')} data-step="product" />
      </div>
      <BatchSelect
        product={line.product}
        required={required && product?.tracking !== 'none'}
        disabled={product?.tracking === 'none'}
        flex="2 1 170px"
        {...field('batch')}
        data-step="batch"
      />
      <div style={{ flex: '1 1 100px', maxWidth: 150 }}>
        <QuantityInput
          label="Used"
          {...inUnit(product)}
          required={required}
          {...field('quantity')}
          data-step="quantity"
        />
        <Free batch={line.batch} warehouse={warehouse} unit={product?.baseUnit ?? 'each'} />
      </div>
      <QuantityInput label="Of it waste" min={0} placeholder="none" w={96} {...field('waste')} />
      <PlacePicker
        warehouseId={warehouse ?? undefined}
        valueIs="code"
        label="From"
        placeholder="Wherever it lies"
        flex="1 1 140px"
        {...field('place')}
      />
      {product?.tracking === 'serial' ? (
        <SerialsInput required flex="2 1 160px" {...field('serials')} value={line.serials} />
      ) : null}
      <RemoveLine isLast={inputs.length === 1} onRemove={() => form.removeListItem('inputs', index)} />
    </Group>
  )
}

/** What nobody was promised, and nothing holds. */
function Free({ batch, warehouse, unit }: Readonly<{ batch: string | null; warehouse: string | null; unit: string }>) {
  const stock = useQuery({
    queryKey: ['stock', 'free', batch, warehouse],
    queryFn: () =>
      answerOf(api.GET('/v1/stock', { params: { query: { batch: batch ?? '', warehouse: warehouse ?? '' } } })),
    enabled: batch !== null && warehouse !== null,
  })
  if (!stock.data) return null
  return (
    <Text size="sm" c="dimmed" role="status">
      <Quantity of={stock.data.available ?? 0} unit={unit} /> free
    </Text>
  )
}

/** From the label that was scanned where the product goes: the product, and its batch where one is known by that code. */
async function fill({ key, ctrlKey }: KeyboardEvent, form: MakeForm, index: number): Promise<void> {
  const line = form.values.inputs[index]
  const label = line && key === 'Enter' && !ctrlKey ? labelOf(line.product) : null
  if (!label?.gtin || label.batch === null || label.problems.length > 0) return
  form.setFieldValue(`inputs.${index}.product`, label.gtin)
  const [named, called] = await Promise.all([
    answerOf(api.GET('/v1/search', { params: { query: { q: label.gtin } } })),
    answerOf(api.GET('/v1/batches', { params: { query: { called: label.batch } } })),
  ])
  const productIds = new Set(named.items.filter(({ kind }) => kind === 'product').map(({ id }) => id))
  // Other products may have batches of the same code.
  const [only, ...others] = called.items.filter(({ productId }) => productIds.has(productId))
  if (only && others.length === 0) form.setFieldValue(`inputs.${index}.batch`, only.mergedIntoId ?? only.id)
}
