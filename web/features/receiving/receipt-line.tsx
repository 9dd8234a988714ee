/**
 * web/features/receiving/receipt-line.tsx — one line of a receipt: typed or scanned, Enter goes on to the next field.
 */
import { ActionIcon, Collapse, NumberInput, Select, SimpleGrid, Textarea, TextInput, Tooltip } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { IconDots, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import type { Product } from '../../api/types.ts'
import { DayInput } from '../../shared/day-input.tsx'
import { PlaceSelect } from '../../shared/place-select.tsx'
import { ProductPicker } from '../../shared/product-picker.tsx'
import classes from './receipt-line.module.css'
import type { ReceiptValues } from './receipt-values.ts'

export type ReceiptForm = UseFormReturnType<ReceiptValues>
type LineProps = Readonly<{ form: ReceiptForm; index: number; warehouseId: string | undefined; onRemove: () => void }>

/** The product that is named, once it is; what is not known yet is no failure. */
function useNamedProduct(sku: string): Product | undefined {
  const query = useQuery({
    queryKey: ['product', 'named', sku],
    queryFn: () => answerOf(api.GET('/v1/products/{ref}', { params: { path: { ref: sku } } })),
    enabled: sku !== '',
    retry: false,
    refetchInterval: false,
    staleTime: 60_000,
  })
  return query.data
}

export function ReceiptLine({ form, index, warehouseId, onRemove }: LineProps) {
  const line = form.values.lines[index]
  const product = useNamedProduct(line?.product.trim() ?? '')
  const [more, { toggle }] = useDisclosure(false)
  const field = (name: string) => form.getInputProps(`lines.${index}.${name}`)
  const needsMore = product?.tracking === 'serial' || line?.condition === 'damaged'
  return (
    <fieldset className={classes.line} aria-label={`Line ${index + 1}`}>
      <div className={classes.fields}>
        <div className={classes.product}>
          <ProductPicker required {...field('product')} data-step="product" description={undefined} />
          {product ? <div className={classes.name}>{product.name}</div> : null}
        </div>
        <QuantityFields field={field} product={product} />
        <BatchFields field={field} product={product} />
        <PlaceSelect
          warehouseId={warehouseId}
          valueIs="code"
          placeholder="First bin"
          clearable
          clearButtonProps={{ 'aria-label': 'No place' }}
          {...field('place')}
          data-step="place"
        />
        <div className={classes.buttons}>
          <Tooltip label="Production date, supplier's lot, condition, cost, serials">
            <ActionIcon size={36} aria-label="More about this line" aria-expanded={more || needsMore} onClick={toggle}>
              <IconDots size={17} />
            </ActionIcon>
          </Tooltip>
          <ActionIcon size={36} aria-label="Remove this line" onClick={onRemove}>
            <IconTrash size={17} />
          </ActionIcon>
        </div>
      </div>
      <Collapse expanded={more || needsMore}>
        <MoreFields field={field} product={product} />
      </Collapse>
    </fieldset>
  )
}

type FieldProps = Readonly<{
  field: (name: string) => ReturnType<ReceiptForm['getInputProps']>
  product: Product | undefined
}>

function QuantityFields({ field, product }: FieldProps) {
  const packs = product?.packs ?? []
  const unit = { each: 'each', gram: 'g', millilitre: 'ml' }[product?.baseUnit ?? 'each']
  return (
    <>
      <NumberInput
        label="Quantity"
        required
        min={1}
        hideControls
        inputMode="numeric"
        {...field('quantity')}
        data-step="quantity"
      />
      <Select
        label="Unit"
        aria-label="Unit or pack"
        data={[
          { value: '', label: unit },
          ...packs.map(({ name, quantity }) => ({ value: name, label: `${name} of ${quantity}` })),
        ]}
        allowDeselect={false}
        {...field('pack')}
      />
    </>
  )
}

function BatchFields({ field, product }: FieldProps) {
  const tracked = product?.tracking !== 'none'
  const dated = product?.dates !== 'none'
  return (
    <>
      <TextInput
        label="Batch code"
        placeholder={tracked ? 'as on the label' : 'not tracked'}
        disabled={!tracked}
        autoComplete="off"
        spellCheck={false}
        {...field('batch')}
        data-step="batch"
      />
      <DayInput
        label="Last day"
        placeholder={dated ? 'YYYY-MM-DD' : 'has none'}
        disabled={!dated}
        {...field('expiresOn')}
        data-step="expiresOn"
      />
    </>
  )
}

function MoreFields({ field, product }: FieldProps) {
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, lg: 5 }} mt="sm" spacing="sm">
      <DayInput label="Produced on" {...field('producedOn')} />
      <DayInput label="Best before" {...field('bestBefore')} />
      <TextInput label="Supplier's lot" {...field('supplierLot')} />
      <Select
        label="Condition"
        allowDeselect={false}
        data={[
          { value: 'good', label: 'Good' },
          { value: 'damaged', label: 'Damaged' },
        ]}
        {...field('condition')}
      />
      <NumberInput label="Cost of one" min={0} allowDecimal decimalScale={2} hideControls {...field('unitCost')} />
      {product?.tracking === 'serial' ? (
        <Textarea label="Serials" placeholder="One a line, scanned" autosize minRows={2} {...field('serials')} />
      ) : null}
    </SimpleGrid>
  )
}
