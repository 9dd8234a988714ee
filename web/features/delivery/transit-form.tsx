/**
 * web/features/delivery/transit-form.tsx — one row of the table of transit times. What is left open holds for any.
 */
import { Modal, NumberInput, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { plainPostal } from '#domain/delivery-day.ts'
import { answerOf, api, given, intent } from '../../api/client.ts'
import { fieldProblems, type Problem } from '../../api/problem.ts'
import type { TransitTime } from '../../api/types.ts'
import { CountrySelect } from '../../shared/country-select.tsx'
import { DialogFoot } from '../../shared/dialog-foot.tsx'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { MoneyInput } from '../../shared/money-input.tsx'
import { ServiceSelect, useServices } from '../../shared/service-select.tsx'
import { useWarehouses } from '../../shared/use-warehouses.ts'
import { useWrite } from '../../shared/use-write.ts'
import { WarehouseSelect } from '../../shared/warehouse-select.tsx'
import { gone, type TransitRow } from './transit-rows.ts'

type TransitFormProps = Readonly<{
  /** Null for a new one. */
  row: TransitTime | null
  onClose: () => void
}>

const inFields = (problem: Problem) =>
  fieldProblems(problem).map(({ at, message }) => ({ at: at.replace(/^rows\.\d+\.?/, ''), message }))

export function TransitForm({ row, onClose }: TransitFormProps) {
  const { form, rows } = useRow(row)
  const save = useWrite(
    (body: { rows: TransitRow[] }, key) => answerOf(api.PUT('/v1/transit-times', { body, headers: intent(key) })),
    onClose,
  )
  const elsewhere = useFieldProblems(form, save.problem, inFields)
  return (
    <Modal opened onClose={onClose} title={row ? 'Change a row' : 'Add a row'} size="lg">
      <form onSubmit={form.onSubmit((values) => save.send({ rows: rows(values) }))}>
        <Stack gap="md">
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <CountrySelect placeholder="Any" data-autofocus openOnFocus={false} {...form.getInputProps('country')} />
            <TextInput
              label="Postal code begins with"
              placeholder="The whole country"
              autoComplete="off"
              maxLength={20}
              {...form.getInputProps('postalPrefix')}
            />
            <ServiceSelect {...form.getInputProps('service')} placeholder="Any" />
            <WarehouseSelect
              label="From warehouse"
              placeholder="Any"
              clearable
              clearButtonProps={{ 'aria-label': 'Any warehouse' }}
              {...form.getInputProps('warehouse')}
            />
            <MeasureFields form={form} />
          </SimpleGrid>
          <DialogFoot problem={elsewhere} onLeave={onClose} sending={save.sending}>
            {row ? 'Save' : 'Add the row'}
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}

function MeasureFields({ form }: Pick<ReturnType<typeof useRow>, 'form'>) {
  return (
    <>
      <NumberInput
        label="Takes"
        description="Days on which the carrier works"
        required
        min={0}
        max={365}
        allowDecimal={false}
        suffix=" days"
        {...form.getInputProps('transitDays')}
      />
      <NumberInput
        label="Distance"
        description="For rules that choose the nearest warehouse"
        placeholder="Not known"
        min={0}
        max={50_000}
        allowDecimal={false}
        suffix=" km"
        {...form.getInputProps('distanceKm')}
      />
      <MoneyInput
        label="A parcel costs"
        description="For rules that choose the cheapest way"
        placeholder="Not known"
        {...form.getInputProps('parcelCost')}
      />
    </>
  )
}

function useRow(row: TransitTime | null) {
  const services = useServices().data ?? []
  const warehouses = useWarehouses().data ?? []
  const before = {
    country: row?.country ?? null,
    postalPrefix: row?.postalPrefix ?? '',
    service: services.find(({ id }) => id === row?.serviceId)?.code ?? null,
    warehouse: warehouses.find(({ id }) => id === row?.warehouseId)?.code ?? null,
    transitDays: (row?.transitDays ?? '') as number | string,
    distanceKm: (row?.distanceKm ?? '') as number | string,
    parcelCost: (row?.parcelCost ?? '') as number | string,
  }
  const form = useForm({ initialValues: before })
  const rows = ({ transitDays, distanceKm, parcelCost, ...way }: typeof before): TransitRow[] => {
    const known = { distanceKm: numberOrNull(distanceKm), parcelCost: numberOrNull(parcelCost) }
    const after = { ...given(way), transitDays: Number(transitDays), ...known }
    // One that now is for another way stands no longer where it stood.
    return row === null || wayOf(way) === wayOf(before) ? [after] : [gone(row), after]
  }
  return { form, rows }
}

const numberOrNull = (typed: number | string): number | null => (typed === '' ? null : Number(typed))

type Way = Readonly<Record<'country' | 'service' | 'warehouse', string | null> & { postalPrefix: string }>

const wayOf = ({ country, service, warehouse, postalPrefix }: Way): string =>
  JSON.stringify([country, service, warehouse, plainPostal(postalPrefix)])
