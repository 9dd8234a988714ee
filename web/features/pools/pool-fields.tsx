import { SimpleGrid, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { BatchSelect } from '../../shared/batch-select.tsx'
import { DayInput } from '../../shared/day-input.tsx'
import { ChannelInput } from '../../shared/name-in-use.tsx'
import { Section } from '../../shared/page.tsx'
import { ProductPicker } from '../../shared/product-picker.tsx'
import { QuantityInput } from '../../shared/quantity-input.tsx'
import { WarehouseSelect } from '../../shared/warehouse-select.tsx'
import type { PoolValues } from './pool-values.ts'

const columns = { base: 1, xs: 2, md: 3 }

export function PoolFields({ form }: { form: UseFormReturnType<PoolValues> }) {
  const product = form.getInputProps('product')
  return (
    <>
      <Section title="What is kept">
        <SimpleGrid cols={columns}>
          <ProductPicker
            {...product}
            required
            onChange={(sku) => {
              product.onChange(sku)
              if (form.values.batch !== null) form.setFieldValue('batch', null)
            }}
          />
          <BatchSelect
            product={form.values.product}
            placeholder="Any batch, freshest first"
            clearable
            clearButtonProps={{ 'aria-label': 'Any batch' }}
            {...form.getInputProps('batch')}
          />
          <WarehouseSelect
            placeholder="Every warehouse"
            clearable
            clearButtonProps={{ 'aria-label': 'Every warehouse' }}
            {...form.getInputProps('warehouse')}
          />
          <QuantityInput label="Units" required {...form.getInputProps('quantity')} />
          <ChannelInput required placeholder="Who alone may have them" {...form.getInputProps('channel')} />
        </SimpleGrid>
      </Section>
      <Section title="Pool">
        <SimpleGrid cols={columns}>
          <TextInput label="Name" placeholder="Black Friday" required maxLength={100} {...form.getInputProps('name')} />
          <DayInput label="First day" clearable {...form.getInputProps('validFrom')} placeholder="Today" />
          <DayInput label="Last day" required {...form.getInputProps('validUntil')} />
        </SimpleGrid>
        <Textarea
          mt="sm"
          label="Reason"
          placeholder="Everyone who meets the pool reads it"
          required
          autosize
          minRows={2}
          {...form.getInputProps('reason')}
        />
      </Section>
    </>
  )
}
