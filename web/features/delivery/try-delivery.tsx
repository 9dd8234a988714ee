/**
 * web/features/delivery/try-delivery.tsx — on which day a parcel that is ready now leaves and arrives, as the tables above say.
 */
import { SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api, given } from '../../api/client.ts'
import type { Arrival } from '../../api/types.ts'
import { arrivalInWords } from '../../shared/arrival-words.ts'
import { CountrySelect } from '../../shared/country-select.tsx'
import { Section } from '../../shared/page.tsx'
import { ServiceSelect, useServices } from '../../shared/service-select.tsx'
import { Loaded } from '../../shared/states.tsx'
import { useWarehouses } from '../../shared/use-warehouses.ts'
import { WarehouseSelect } from '../../shared/warehouse-select.tsx'

export function TryDelivery() {
  const form = useForm({
    initialValues: {
      country: null as string | null,
      postalCode: '',
      service: null as string | null,
      warehouse: null as string | null,
    },
  })
  const [query] = useDebouncedValue(given({ ...form.values, postalCode: form.values.postalCode.trim() }), 250)
  const days = useQuery({
    queryKey: ['delivery-days', query],
    queryFn: () => answerOf(api.GET('/v1/delivery-days', { params: { query } })),
    placeholderData: (before) => before,
  })
  return (
    <Section title="Try it: a parcel that is ready now">
      <Stack gap="md">
        <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
          <CountrySelect label="To country" placeholder="Not named" {...form.getInputProps('country')} />
          <TextInput label="Postal code" autoComplete="off" maxLength={20} {...form.getInputProps('postalCode')} />
          <ServiceSelect {...form.getInputProps('service')} />
          <WarehouseSelect
            placeholder="Each"
            clearable
            clearButtonProps={{ 'aria-label': 'Each warehouse' }}
            {...form.getInputProps('warehouse')}
          />
        </SimpleGrid>
        <Loaded of={days} rows={2}>
          {({ items }) => <Days arrivals={items} />}
        </Loaded>
      </Stack>
    </Section>
  )
}

const unknowns: Record<NonNullable<Arrival['unknown']>, string> = {
  no_route: 'nobody has said how long it takes: judged as if it arrived at once',
  no_working_day: 'no day of work within a year: judged as if it arrived at once',
}

function Days({ arrivals }: { arrivals: readonly Arrival[] }) {
  const services = useServices().data ?? []
  const warehouses = new Map(useWarehouses().data?.map(({ id, code }) => [id, code]))
  return (
    <Stack gap={2} role="status" aria-label="Leaves and arrives">
      {arrivals.map((one) => {
        const name = services.find(({ code }) => code === one.service)?.name ?? one.service
        const words = arrivalInWords(one, name) ?? (one.unknown === null ? '' : unknowns[one.unknown])
        return (
          <Text key={one.warehouseId}>
            <b>{warehouses.get(one.warehouseId)}</b> {words}
          </Text>
        )
      })}
    </Stack>
  )
}
