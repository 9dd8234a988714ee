import { Group, TextInput } from '@mantine/core'
import type { RefObject } from 'react'
import { DayInput } from '../../shared/day-input.tsx'
import { goToNewLine } from '../../shared/enter-goes-on.ts'
import { FormLines, RemoveLine } from '../../shared/form-lines.tsx'
import { ProductPicker } from '../../shared/product-picker.tsx'
import { QuantityInput } from '../../shared/quantity-input.tsx'
import { type AnnounceForm, emptyLine, isUntouched } from './announce-values.ts'

export function addLine(form: AnnounceForm, within: Element | null): void {
  const lastIsEmpty = form.values.lines.slice(-1).every(isUntouched)
  goToNewLine(within, { lastIsEmpty, insert: () => form.insertListItem('lines', emptyLine()) })
}

export function AnnounceLines({ form, within }: { form: AnnounceForm; within: RefObject<HTMLElement | null> }) {
  return (
    <FormLines title="Lines" lines={form.values.lines} onAdd={() => addLine(form, within.current)}>
      {(index) => <Line form={form} index={index} />}
    </FormLines>
  )
}

function Line({ form, index }: { form: AnnounceForm; index: number }) {
  const { lines } = form.values
  const required = lines.every(isUntouched) || !isUntouched(lines[index] ?? emptyLine())
  const field = (name: string) => form.getInputProps(`lines.${index}.${name}`)
  return (
    <Group data-line={index} align="flex-start" gap="sm">
      <ProductPicker required={required} flex="2 1 180px" {...field('product')} data-step="product" />
      <QuantityInput label="Quantity" required={required} w={110} {...field('quantity')} data-step="quantity" />
      <TextInput label="Batch code" flex="1 1 120px" {...field('batch')} data-step="batch" />
      <DayInput label="Last day" w={150} {...field('expiresOn')} data-step="expiresOn" />
      <RemoveLine isLast={lines.length === 1} onRemove={() => form.removeListItem('lines', index)} />
    </Group>
  )
}
