/**
 * web/features/receiving/receipt-line.tsx — one line of a receipt: typed or scanned, Enter goes on to the next field.
 */
import { ActionIcon, Tooltip } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconAlertTriangle, IconDots, IconTrash } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { daysLeft } from '#domain/shelf-life.ts'
import { BatchCodeInput } from '../../shared/batch-code-input.tsx'
import { DayInput } from '../../shared/day-input.tsx'
import { DaysLeft } from '../../shared/days-left.tsx'
import { labelOf } from '../../shared/label-of.ts'
import { PlacePicker } from '../../shared/place-picker.tsx'
import { ProductPicker } from '../../shared/product-picker.tsx'
import { QuantityInput } from '../../shared/quantity-input.tsx'
import { Sign } from '../../shared/sign.tsx'
import { UnitSelect } from '../../shared/unit-select.tsx'
import { useNamedProduct } from '../../shared/use-products.ts'
import { useToday } from '../../shared/use-warehouses.ts'
import classes from './receipt-line.module.css'
import type { LineFields, ReceiptForm } from './receipt-line-fields.ts'
import { MoreFields } from './receipt-line-more.tsx'
import { lastDayOf, remarksOn } from './receipt-remarks.ts'
import { emptyLine, isUntouched } from './receipt-values.ts'
import { scannedLine } from './scanned-line.ts'

type LineProps = Readonly<{ form: ReceiptForm; index: number; warehouseId: string | undefined; onRemove: () => void }>

export function ReceiptLine({ form, index, warehouseId, onRemove }: LineProps) {
  const line = form.values.lines[index] ?? emptyLine()
  const product = useNamedProduct(line.product)
  const [more, { toggle }] = useDisclosure(false)
  const fields: LineFields = { line, product, field: (name) => form.getInputProps(`lines.${index}.${name}`) }
  const required = !isUntouched(line) || form.values.lines.every(isUntouched)
  return (
    <fieldset className={classes.line} aria-label={`Line ${index + 1}`}>
      <div className={classes.fields}>
        <div className={classes.product} onKeyDownCapture={(event) => fill(event, form, index)}>
          <ProductPicker required={required} {...fields.field('product')} data-step="product" />
          {product ? <div className={classes.below}>{product.name}</div> : null}
        </div>
        <QuantityInput label="Quantity" required={required} {...fields.field('quantity')} data-step="quantity" />
        <UnitSelect product={product} {...fields.field('pack')} />
        <BatchFields {...fields} warehouseId={warehouseId} />
        <PlacePicker
          warehouseId={warehouseId}
          valueIs="code"
          placeholder="First bin"
          clearable
          clearButtonProps={{ 'aria-label': 'No place' }}
          {...fields.field('place')}
          data-step="place"
        />
        <div className={classes.buttons}>
          <Tooltip label="Closed boxes, production date, supplier's lot, origin, condition, cost">
            <ActionIcon
              size={36}
              aria-label="More about this line"
              aria-expanded={more}
              onClick={({ currentTarget }) => complain(currentTarget) || toggle()}
            >
              <IconDots size={17} />
            </ActionIcon>
          </Tooltip>
          <ActionIcon size={36} aria-label="Remove this line" onClick={onRemove}>
            <IconTrash size={17} />
          </ActionIcon>
        </div>
      </div>
      <MoreFields {...fields} all={more} />
      <Remarks {...fields} warehouseId={warehouseId} />
    </fieldset>
  )
}

/** From the label that was scanned where the product goes. At once: Enter goes on from a field that is in order. */
function fill({ key, ctrlKey }: KeyboardEvent, form: ReceiptForm, index: number): void {
  const line = form.values.lines[index]
  const label = line && key === 'Enter' && !ctrlKey ? labelOf(line.product) : null
  const filled = line && label ? scannedLine(line, label) : null
  if (!filled) return
  flushSync(() => form.setFieldValue(`lines.${index}`, filled))
  if (label?.doubt) form.setFieldError(`lines.${index}.batch`, `Type it: ${label.doubt.says}.`)
}

/** What cannot be read is not hidden: it would be forgotten. */
function complain(button: HTMLElement): boolean {
  const fields = button.closest('fieldset')?.querySelectorAll<HTMLInputElement>('input:invalid') ?? []
  const wrong = [...fields].find(({ validity }) => validity.customError)
  wrong?.reportValidity()
  return wrong !== undefined
}

type InWarehouse = LineFields & Readonly<{ warehouseId: string | undefined }>

function BatchFields({ field, line, product, warehouseId }: InWarehouse) {
  const today = useToday(warehouseId)
  const dated = product?.dates !== 'none'
  const expiresOn = lastDayOf(line, product ?? { lifeDays: null })
  return (
    <>
      <BatchCodeInput
        {...field('batch')}
        value={line.batch}
        product={product}
        warehouse={warehouseId}
        producedOn={line.producedOn}
        data-step="batch"
      />
      <div>
        <DayInput
          label="Last day"
          placeholder={dated ? 'YYYY-MM-DD' : 'has none'}
          disabled={!dated}
          {...field('expiresOn')}
          data-step="expiresOn"
        />
        {dated && expiresOn !== null ? (
          <div className={classes.below}>
            <DaysLeft daysLeft={daysLeft(expiresOn, today)} expiresOn={expiresOn} />
          </div>
        ) : null}
      </div>
    </>
  )
}

function Remarks({ line, product, warehouseId }: InWarehouse) {
  const today = useToday(warehouseId)
  if (!product) return null
  return (
    <div role="status">
      {remarksOn(line, product, today).map((remark) => (
        <div key={remark} className={classes.remark}>
          <Sign tone="soon" icon={<IconAlertTriangle />}>
            {remark}
          </Sign>
        </div>
      ))}
    </div>
  )
}
