/**
 * web/features/orders/order-line-fields.tsx — the lines of an order that is being entered; Enter goes on to the next field
 * and, at the end, to a new line.
 */
import { Select } from '@mantine/core'
import type { RefObject } from 'react'
import { goToNewLine } from '../../shared/enter-goes-on.ts'
import { FormLines, RemoveLine } from '../../shared/form-lines.tsx'
import { ProductPicker } from '../../shared/product-picker.tsx'
import { QuantityInput } from '../../shared/quantity-input.tsx'
import { UnitSelect } from '../../shared/unit-select.tsx'
import { useNamedProduct } from '../../shared/use-products.ts'
import classes from './order-line.module.css'
import { emptyLine, isUntouched, type LineValues, type OrderForm } from './order-values.ts'

type LinesProps = Readonly<{ form: OrderForm; within: RefObject<HTMLElement | null> }>

export function OrderLineFields({ form, within }: LinesProps) {
  return (
    <FormLines title="Lines" lines={form.values.lines} onAdd={() => addLine(form, within.current)}>
      {(index) => <LineShown form={form} index={index} />}
    </FormLines>
  )
}

export function addLine(form: OrderForm, within: Element | null): void {
  const lastIsEmpty = form.values.lines.slice(-1).every(isUntouched)
  goToNewLine(within, { lastIsEmpty, insert: () => form.insertListItem('lines', emptyLine()) })
}

function LineShown({ form, index }: { form: OrderForm; index: number }) {
  const line = form.values.lines[index] ?? emptyLine()
  const product = useNamedProduct(line.product)
  const field = (name: keyof LineValues) => form.getInputProps(`lines.${index}.${name}`)
  const required = !isUntouched(line) || form.values.lines.every(isUntouched)
  return (
    <fieldset data-line={index} className={classes.entry} aria-label={`Line ${index + 1}`}>
      <div className={classes.product}>
        <ProductPicker required={required} {...field('product')} data-step="product" />
        {product ? <div className={classes.below}>{product.name}</div> : null}
      </div>
      <QuantityInput label="Quantity" required={required} {...field('quantity')} data-step="quantity" />
      <UnitSelect product={product} {...field('pack')} />
      <QuantityInput label="Least days left" placeholder="by the rules" min={0} {...field('lifeDaysMin')} />
      <Select
        label="If short"
        data={[
          { value: 'part', label: 'Reserve a part' },
          { value: 'whole', label: 'All or nothing' },
        ]}
        {...field('shortage')}
      />
      <RemoveLine isLast={form.values.lines.length === 1} onRemove={() => form.removeListItem('lines', index)} />
    </fieldset>
  )
}
