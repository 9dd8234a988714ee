/**
 * web/features/quality/place-hold.tsx — stops stock from being taken, and says which orders lost it.
 */
import { Button, Group, Modal, Select, Stack, Textarea } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api, given, intent } from '../../api/client.ts'
import type { HoldScope, NewBody } from '../../api/types.ts'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { PlaceSelect } from '../../shared/place-select.tsx'
import { ProductPicker } from '../../shared/product-picker.tsx'
import { quantityText } from '../../shared/quantity.tsx'
import { ProblemAlert } from '../../shared/states.tsx'
import { useWarehouses } from '../../shared/use-warehouses.ts'
import { useWrite } from '../../shared/use-write.ts'
import { WarehouseSelect } from '../../shared/warehouse-select.tsx'

type Body = NewBody<'/v1/holds'>
type Values = {
  scope: HoldScope
  product: string
  batch: string | null
  warehouse: string | null
  place: string | null
  reason: string
}
type Form = UseFormReturnType<Values>

const scopes: { value: HoldScope; label: string }[] = [
  { value: 'batch', label: 'A batch' },
  { value: 'balance', label: 'A batch at one place' },
  { value: 'product', label: 'A product' },
  { value: 'place', label: 'A place' },
  { value: 'account', label: 'All stock' },
]

function bodyOf({ scope, product, batch, place, reason }: Values): Body {
  const about = {
    account: {},
    product: { product },
    batch: { batch },
    balance: { batch, place },
    lot: {},
    place: { place },
  }[scope]
  return { scope, reason: reason.trim(), ...given(about) }
}

type PlaceHoldProps = Readonly<{
  opened: boolean
  onClose: () => void
  /** The batch it is about, where it is asked for from a batch's own page. */
  batch?: Readonly<{ id: string; code: string; sku: string }>
}>

export function PlaceHold({ opened, onClose, batch }: PlaceHoldProps) {
  const form = useForm<Values>({
    initialValues: {
      scope: 'batch',
      product: batch?.sku ?? '',
      batch: batch?.id ?? null,
      warehouse: null,
      place: null,
      reason: '',
    },
  })
  const hold = useWrite(
    (body: Body, key) => answerOf(api.POST('/v1/holds', { body, headers: intent(key) })),
    ({ number, released }) => {
      const lost = `${quantityText(released.quantity)} units were taken back from ${released.orders.length} order lines.`
      notifications.show({ message: `${number} holds. ${released.quantity > 0 ? lost : 'No order was touched.'}` })
      form.reset()
      onClose()
    },
  )
  useFieldProblems(form, hold.problem)
  return (
    <Modal opened={opened} onClose={onClose} title={batch ? `Hold batch ${batch.code}` : 'Place a hold'}>
      <form onSubmit={form.onSubmit((values) => hold.send(bodyOf(values)))}>
        <Stack gap="md">
          <ScopeFields form={form} ofBatch={batch !== undefined} />
          <Textarea
            label="Reason"
            description="Everyone who meets the hold reads it"
            required
            autosize
            minRows={2}
            data-autofocus
            {...form.getInputProps('reason')}
          />
          <ProblemAlert problem={hold.problem} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Leave it
            </Button>
            <Button type="submit" loading={hold.sending}>
              Hold
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

function ScopeFields({ form, ofBatch }: { form: Form; ofBatch: boolean }) {
  const { scope, warehouse } = form.values
  const warehouseId = useWarehouses().data?.find(({ code }) => code === warehouse)?.id
  const about = scope === 'batch' || scope === 'balance'
  return (
    <>
      <Select
        label="Hold"
        allowDeselect={false}
        data={ofBatch ? scopes.slice(0, 2) : scopes}
        {...form.getInputProps('scope')}
      />
      {(about && !ofBatch) || scope === 'product' ? (
        <ProductPicker required {...form.getInputProps('product')} />
      ) : null}
      {about && !ofBatch ? <BatchOfProduct form={form} /> : null}
      {scope === 'balance' || scope === 'place' ? (
        <>
          <WarehouseSelect required {...form.getInputProps('warehouse')} />
          <PlaceSelect warehouseId={warehouseId} required {...form.getInputProps('place')} />
        </>
      ) : null}
    </>
  )
}

function BatchOfProduct({ form }: { form: Form }) {
  const { product } = form.values
  const batches = useQuery({
    queryKey: ['batches', 'pick', product],
    queryFn: () => answerOf(api.GET('/v1/batches', { params: { query: { product, limit: 200 } } })),
    enabled: product.trim() !== '',
    retry: false,
    refetchInterval: false,
  })
  const options = (batches.data?.items ?? []).map(({ id, code, expiresOn }) => ({
    value: id,
    label: expiresOn ? `${code} · last day ${expiresOn}` : code,
  }))
  return (
    <Select
      label="Batch"
      required
      searchable
      data={options}
      nothingFoundMessage="No batch of this product"
      {...form.getInputProps('batch')}
    />
  )
}
