import { Select, SimpleGrid, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { answerOf, api } from '../../api/client.ts'
import { Section } from '../../shared/page.tsx'
import { PartnerPicker } from '../../shared/partner-picker.tsx'
import { useLastWarehouse } from '../../shared/use-last-warehouse.ts'
import { WarehouseSelect } from '../../shared/warehouse-select.tsx'
import { LotPicker } from './lot-picker.tsx'
import type { ReceiptForm } from './receipt-line-fields.ts'

/** Where it came to, from whom, on which papers. */
export function DeliveryFields({ form }: { form: ReceiptForm }) {
  const last = useLastWarehouse()
  const inbounds = useQuery({
    queryKey: ['inbounds', 'open', 'pick'],
    queryFn: () => answerOf(api.GET('/v1/inbounds', { params: { query: { state: 'open', limit: 100 } } })),
  })
  const navigate = useNavigate()
  const announced = form.values.inbound !== ''
  const asLastTime = !announced && form.values.warehouse === last.code ? last.says : null
  return (
    <Section title="Delivery">
      <SimpleGrid cols={{ base: 2, sm: 3, lg: 5 }} spacing="sm">
        <WarehouseSelect
          required
          placeholder="Which one?"
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...(asLastTime ? { description: asLastTime } : {})}
          {...form.getInputProps('warehouse')}
          {...(form.values.warehouse === null ? { 'data-step': 'warehouse' } : {})}
        />
        <Select
          label="Announced as"
          placeholder="Not announced"
          clearable
          clearButtonProps={{ 'aria-label': 'Not announced' }}
          searchable
          data={(inbounds.data?.items ?? []).map(({ number, supplierName }) => ({
            value: number,
            label: supplierName ? `${number} · ${supplierName}` : number,
          }))}
          value={form.values.inbound || null}
          onChange={(number) => void navigate({ to: '/receive', search: number ? { inbound: number } : {} })}
        />
        {announced ? null : <PartnerPicker kind="suppliers" label="Supplier" {...form.getInputProps('supplier')} />}
        <TextInput label="Delivery note" placeholder="Number on the papers" {...form.getInputProps('reference')} />
        <LotPicker value={form.values.lot} onChange={(lot) => form.setFieldValue('lot', lot)} />
      </SimpleGrid>
    </Section>
  )
}
