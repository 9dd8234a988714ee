/**
 * web/features/quality/place-hold.tsx — stops stock from being taken: shows what it would touch, and says which orders lost it.
 */
import { Checkbox, Modal, Select, Stack, Textarea } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, api, given, intent } from '../../api/client.ts'
import type { HoldScope, NewBody } from '../../api/types.ts'
import { BatchSelect } from '../../shared/batch-select.tsx'
import { DialogFoot } from '../../shared/dialog-foot.tsx'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { PlacePicker } from '../../shared/place-picker.tsx'
import { ProductPicker } from '../../shared/product-picker.tsx'
import { countOf } from '../../shared/quantity.tsx'
import { useWarehouses } from '../../shared/use-warehouses.ts'
import { useWrite } from '../../shared/use-write.ts'
import { WarehouseSelect } from '../../shared/warehouse-select.tsx'
import { AlsoUnidentified, useUnidentified } from './also-unidentified.tsx'
import { HoldPreview, type HoldSubject } from './hold-preview.tsx'

type Body = NewBody<'/v1/holds'>
type Values = {
  scope: HoldScope
  product: string
  batch: string | null
  lot: string | null
  warehouse: string | null
  place: string | null
  relatives: boolean
  reason: string
}
type Form = UseFormReturnType<Values>

const scopeWords: Record<HoldScope, string> = {
  batch: 'A batch',
  balance: 'A batch at one place',
  product: 'A product',
  lot: 'A lot',
  place: 'A place',
  account: 'All stock',
}
const needs: Record<HoldScope, readonly ('product' | 'batch' | 'lot' | 'place')[]> = {
  account: [],
  product: ['product'],
  batch: ['batch'],
  lot: ['lot'],
  place: ['place'],
  balance: ['batch', 'place'],
}

/** What it is on, or null where something is still to be chosen. */
function subjectOf(values: Values): HoldSubject | null {
  const named = needs[values.scope].map((field) => [field, values[field]?.trim() ?? ''] as const)
  if (named.some(([, value]) => value === '')) return null
  const relatives = values.scope === 'batch' && values.relatives ? { relatives: true } : {}
  return { scope: values.scope, ...given(Object.fromEntries(named)), ...relatives }
}

/** What it is about, where it is asked for from that thing's own page. */
export type HoldAbout = Readonly<
  | { kind: 'batch'; id: string; code: string; sku: string }
  | { kind: 'lot'; id: string; code: string }
  | { kind: 'product'; code: string; sku: string }
  | { kind: 'place'; id: string; code: string }
>
type PlaceHoldProps = Readonly<{ opened: boolean; onClose: () => void; about?: HoldAbout }>

const initialOf = (about: HoldAbout | undefined): Values => ({
  scope: about?.kind ?? 'batch',
  product: about && 'sku' in about ? about.sku : '',
  batch: about?.kind === 'batch' ? about.id : null,
  lot: about?.kind === 'lot' ? about.id : null,
  warehouse: null,
  place: about?.kind === 'place' ? about.id : null,
  relatives: false,
  reason: '',
})

const mayBe = (about: HoldAbout | undefined, reason: string) =>
  `May be of ${about?.kind === 'batch' ? `batch ${about.code}` : 'a held batch'}: ${reason}`.slice(0, 1000)

/** One hold after another: where the second is refused, the first stands, and trying again finds it placed. */
function useHolding(onDone: () => void) {
  return useWrite(
    async (bodies: readonly Body[], key) => {
      const placed = []
      for (const [at, body] of bodies.entries())
        placed.push(await answerOf(api.POST('/v1/holds', { body, headers: intent(at === 0 ? key : `${key}-${at}`) })))
      return placed
    },
    (placed) => {
      const orders = placed.flatMap(({ released }) => released.orders)
      const quantity = placed.reduce((sum, { released }) => sum + released.quantity, 0)
      const lines = new Set(orders.map(({ demandId }) => demandId)).size
      const lost = `${countOf(quantity, 'unit')} were taken back from ${countOf(lines, 'order line')}.`
      const numbers = placed.map(({ number }) => number).join(' and ')
      const holds = placed.length === 1 ? 'holds' : 'hold'
      notifications.show({ message: `${numbers} ${holds}. ${quantity > 0 ? lost : 'No order was touched.'}` })
      onDone()
    },
  )
}

export function PlaceHold({ opened, onClose, about }: PlaceHoldProps) {
  const form = useForm<Values>({ initialValues: initialOf(about) })
  const [also, setAlso] = useState(true)
  const subject = subjectOf(form.values)
  const unidentified = useUnidentified(opened && subject?.scope === 'batch' ? (subject.batch ?? null) : null)
  const hold = useHolding(() => {
    form.reset()
    onClose()
  })
  useFieldProblems(form, hold.problem)
  const send = ({ scope, reason: written }: Values) => {
    const reason = written.trim()
    const unknown = also && unidentified && unidentified.most > 0 ? unidentified.unknownBatchId : null
    const second = unknown && { scope: 'batch' as const, batch: unknown, reason: mayBe(about, reason) }
    hold.send([{ ...(subject ?? { scope }), reason }, ...(second ? [second] : [])])
  }
  return (
    <Modal opened={opened} onClose={onClose} title={about ? `Hold ${about.kind} ${about.code}` : 'Place a hold'}>
      <form onSubmit={form.onSubmit(send)}>
        <Stack gap="md">
          <SubjectFields form={form} about={about} />
          {form.values.scope === 'batch' ? (
            <Checkbox
              label="And everything that comes from the same batch"
              {...form.getInputProps('relatives', { type: 'checkbox' })}
            />
          ) : null}
          <HoldPreview subject={opened ? subject : null} />
          <AlsoUnidentified of={unidentified} checked={also} onChecked={setAlso} />
          <Textarea
            label="Reason"
            description="Everyone who meets the hold reads it"
            required
            autosize
            minRows={2}
            {...(about && about.kind !== 'batch' ? { 'data-autofocus': true } : {})}
            {...form.getInputProps('reason')}
          />
          <DialogFoot problem={hold.problem} onLeave={onClose} sending={hold.sending} disabled={!subject}>
            Hold
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}

type FieldsProps = Readonly<{ form: Form; about: HoldAbout | undefined }>

function SubjectFields({ form, about }: FieldsProps) {
  const { scope, warehouse, product } = form.values
  const warehouseId = useWarehouses().data?.find(({ code }) => code === warehouse)?.id
  const asks = needs[scope]
  const choices: readonly HoldScope[] =
    about?.kind === 'batch' ? ['batch', 'balance'] : (Object.keys(scopeWords) as HoldScope[])
  const batchAsked = asks.includes('batch') && !about
  return (
    <>
      {about && about.kind !== 'batch' ? null : (
        <Select
          label="Hold"
          data-autofocus
          data={choices.map((value) => ({ value, label: scopeWords[value] }))}
          {...form.getInputProps('scope')}
        />
      )}
      {batchAsked || (asks.includes('product') && !about) ? (
        <ProductPicker
          required
          {...form.getInputProps('product')}
          onChange={(next) => form.setValues({ product: next, batch: null })}
        />
      ) : null}
      {batchAsked ? <BatchSelect product={product.trim()} required {...form.getInputProps('batch')} /> : null}
      {asks.includes('lot') && !about ? <LotSelect form={form} /> : null}
      {asks.includes('place') && about?.kind !== 'place' ? (
        <>
          <WarehouseSelect
            required
            {...form.getInputProps('warehouse')}
            onChange={(next) => form.setValues({ warehouse: next, place: null })}
          />
          <PlacePicker warehouseId={warehouseId} required {...form.getInputProps('place')} />
        </>
      ) : null}
    </>
  )
}

function LotSelect({ form }: { form: Form }) {
  const lots = useQuery({
    queryKey: ['lots', 'pick'],
    queryFn: () => answerOf(api.GET('/v1/lots', { params: { query: { limit: 500 } } })),
  })
  const options = (lots.data?.items ?? []).map(({ id, code, name }) => ({
    value: id,
    label: [code, name].filter(Boolean).join(' · '),
  }))
  return (
    <Select
      label="Lot"
      required
      searchable
      data={options}
      nothingFoundMessage="No such lot"
      {...form.getInputProps('lot')}
    />
  )
}
