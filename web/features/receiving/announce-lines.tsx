import { ActionIcon, Button, Group, Stack, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { RefObject } from 'react'
import { DayInput } from '../../shared/day-input.tsx'
import { goToNewLine } from '../../shared/enter-goes-on.ts'
import { Section } from '../../shared/page.tsx'
import { ProductPicker } from '../../shared/product-picker.tsx'
import { QuantityInput } from '../../shared/quantity-input.tsx'
import { type AnnounceForm, emptyLine, isUntouched } from './announce-values.ts'

export function addLine(form: AnnounceForm, within: Element | null): void {
  const lastIsEmpty = form.values.lines.slice(-1).every(isUntouched)
  goToNewLine(within, { lastIsEmpty, insert: () => form.insertListItem('lines', emptyLine()) })
}

export function AnnounceLines({ form, within }: { form: AnnounceForm; within: RefObject<HTMLElement | null> }) {
  return (
    <Section
      title="Lines"
      aside={
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={() => addLine(form, within.current)}
        >
          Add a line
        </Button>
      }
    >
      <Stack gap="sm">
        {form.values.lines.map(({ key }, index) => (
          <Line key={key} form={form} index={index} />
        ))}
      </Stack>
    </Section>
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
      <ActionIcon
        size={36}
        mt={23}
        aria-label="Remove this line"
        disabled={lines.length === 1}
        onClick={() => form.removeListItem('lines', index)}
      >
        <IconTrash size={16} />
      </ActionIcon>
    </Group>
  )
}
