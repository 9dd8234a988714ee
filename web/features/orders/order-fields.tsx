import { Checkbox, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { CountrySelect } from '../../shared/country-select.tsx'
import { DayInput } from '../../shared/day-input.tsx'
import { ChannelInput } from '../../shared/name-in-use.tsx'
import { Section } from '../../shared/page.tsx'
import { PartnerPicker } from '../../shared/partner-picker.tsx'
import { QuantityInput } from '../../shared/quantity-input.tsx'
import { ServiceSelect } from '../../shared/service-select.tsx'
import { useToday } from '../../shared/use-warehouses.ts'
import { WarehouseSelect } from '../../shared/warehouse-select.tsx'
import type { OrderForm } from './order-values.ts'

const below = ['label', 'input', 'description', 'error'] as const

/** For whom, by when, and what else the warehouse should know. */
export function OrderFields({ form }: { form: OrderForm }) {
  const { deliverOn, warehouse } = form.values
  const today = useToday(warehouse)
  const isPast = deliverOn !== null && deliverOn < today
  return (
    <Section title="Order">
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
        <ForWhom form={form} />
        <DayInput
          label="Deliver on"
          inputWrapperOrder={[...below]}
          {...(isPast ? { description: 'This day is past: batches are judged for today.' } : {})}
          {...form.getInputProps('deliverOn')}
        />
        <WarehouseSelect
          placeholder="Any"
          clearable
          clearButtonProps={{ 'aria-label': 'Any warehouse' }}
          {...form.getInputProps('warehouse')}
        />
        <TextInput label="Number" placeholder="Given by Firstout if empty" {...form.getInputProps('number')} />
        <ChannelInput placeholder="shopify, wholesale …" {...form.getInputProps('channel')} />
        <QuantityInput
          label="Priority"
          placeholder="0"
          description="The higher is served first"
          inputWrapperOrder={[...below]}
          inputMode="text"
          min={-100}
          max={100}
          beyondMax="It must be at most 100."
          {...form.getInputProps('priority')}
        />
      </SimpleGrid>
      <WhereTo form={form} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} mt="sm">
        <Textarea
          label="Deliver to"
          placeholder={form.values.customer === null ? 'Address' : 'The address of the customer if empty'}
          autosize
          minRows={2}
          {...form.getInputProps('shipTo')}
        />
        <Textarea label="Note" autosize minRows={2} {...form.getInputProps('note')} />
      </SimpleGrid>
    </Section>
  )
}

/** How far it goes, and how fast: with that the day is known on which it arrives. */
function WhereTo({ form }: { form: OrderForm }) {
  const { customer } = form.values
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }} mt="sm">
      <CountrySelect
        placeholder={customer === null ? 'Not named' : 'The country of the customer'}
        {...form.getInputProps('country')}
      />
      <TextInput label="Postal code" autoComplete="off" maxLength={20} {...form.getInputProps('postalCode')} />
      <ServiceSelect {...form.getInputProps('service')} />
    </SimpleGrid>
  )
}

/** An order is for somebody, or it is said that it is for nobody. */
function ForWhom({ form }: { form: OrderForm }) {
  const { forNobody } = form.values
  return (
    <div>
      <PartnerPicker
        kind="customers"
        label="Customer"
        required={!forNobody}
        disabled={forNobody}
        {...form.getInputProps('customer')}
        {...(forNobody ? {} : { 'data-step': 'customer' })}
      />
      <Checkbox
        mt={8}
        label="No customer"
        checked={forNobody}
        onChange={({ currentTarget: { checked } }) =>
          form.setValues({ forNobody: checked, ...(checked ? { customer: null } : {}) })
        }
      />
    </div>
  )
}
