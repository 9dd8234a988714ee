/**
 * web/features/rules/rule-fields.tsx — whom a rule concerns, and from when until when.
 */
import { SimpleGrid, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { ClientSelect } from '../../shared/client-select.tsx'
import { MarketSelect } from '../../shared/country-select.tsx'
import { DayInput } from '../../shared/day-input.tsx'
import { CategoryInput, ChannelInput } from '../../shared/name-in-use.tsx'
import { Section } from '../../shared/page.tsx'
import { PartnerPicker } from '../../shared/partner-picker.tsx'
import { ProductPicker } from '../../shared/product-picker.tsx'
import { WarehouseSelect } from '../../shared/warehouse-select.tsx'
import type { RuleValues } from './rule-values.ts'

export type RuleForm = UseFormReturnType<RuleValues>
export const columns = { base: 1, xs: 2, md: 3 }

export function WhomFields({ form }: { form: RuleForm }) {
  return (
    <Section title="Whom it concerns">
      <SimpleGrid cols={columns}>
        <PartnerPicker
          kind="customers"
          label="Customer"
          {...form.getInputProps('customer')}
          placeholder="Every customer"
        />
        <ChannelInput placeholder="Every channel" {...form.getInputProps('channel')} />
        <MarketSelect
          label="Country or EU"
          placeholder="Every country"
          description="Where the order is delivered"
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('market')}
        />
        <ProductPicker {...form.getInputProps('product')} placeholder="Every product" />
        <CategoryInput placeholder="Every category" {...form.getInputProps('category')} />
        <WarehouseSelect
          placeholder="Every warehouse"
          clearable
          clearButtonProps={{ 'aria-label': 'Every warehouse' }}
          {...form.getInputProps('warehouse')}
        />
        <ClientSelect
          placeholder="Every client"
          clearButtonProps={{ 'aria-label': 'Every client' }}
          {...form.getInputProps('client')}
        />
      </SimpleGrid>
    </Section>
  )
}

export function NameFields({ form, isNew }: Readonly<{ form: RuleForm; isNew: boolean }>) {
  return (
    <Section title="Rule">
      <SimpleGrid cols={columns}>
        <TextInput
          label="Name"
          placeholder="Amazon needs 90 days"
          required
          autoFocus={isNew}
          {...form.getInputProps('name')}
        />
        <DayInput label="First day" clearable {...form.getInputProps('validFrom')} placeholder="Today" />
        <DayInput label="Last day" clearable {...form.getInputProps('validUntil')} placeholder="None" />
      </SimpleGrid>
      <Textarea
        mt="sm"
        label="Reason"
        placeholder="Everyone who meets the rule reads it"
        required
        autosize
        minRows={2}
        {...form.getInputProps('reason')}
      />
    </Section>
  )
}
