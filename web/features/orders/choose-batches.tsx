/**
 * web/features/orders/choose-batches.tsx — where a rule leaves it to a person: the batches that serve a line, in the order in
 * which they are ticked.
 */
import { Button, Checkbox, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { IconHandClick } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { batchText } from '#domain/batch-code.ts'
import { groupBy } from '#domain/group-by.ts'
import { daysLeft } from '#domain/shelf-life.ts'
import { answerOf, api, given, intent } from '../../api/client.ts'
import type { Order, OrderLine, StockRow } from '../../api/types.ts'
import { BatchCode } from '../../shared/batch-code.tsx'
import { DateText } from '../../shared/date-text.tsx'
import { DaysLeft } from '../../shared/days-left.tsx'
import { DialogFoot } from '../../shared/dialog-foot.tsx'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { Rows } from '../../shared/listing.tsx'
import { May } from '../../shared/may.tsx'
import { Quantity, quantityText } from '../../shared/quantity.tsx'
import { Empty, Loaded } from '../../shared/states.tsx'
import { useToday } from '../../shared/use-warehouses.ts'
import { useWrite } from '../../shared/use-write.ts'

type LineProps = Readonly<{ order: Order; line: OrderLine }>

export function ChooseBatches({ order, line }: LineProps) {
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <May to="order">
      <Button size="xs" variant="light" leftSection={<IconHandClick size={14} />} onClick={open}>
        Choose batches
      </Button>
      {opened ? <ChoiceForm order={order} line={line} onClose={close} /> : null}
    </May>
  )
}

type Offer = Readonly<{ id: string; code: string; expiresOn: string | null; quantity: number }>

/** What can be sold of the product where the order takes from, with what the line has of it already. */
function offersOf(rows: readonly StockRow[], { batches }: OrderLine): Offer[] {
  const own = groupBy(batches, ({ batchId }) => batchId)
  const sum = (some: readonly Readonly<{ quantity: number }>[]) => some.reduce((total, one) => total + one.quantity, 0)
  return [...groupBy(rows, ({ batchId }) => batchId)]
    .flatMap(([id, [first, ...others]]) => {
      if (!first) return []
      const free = [first, ...others].reduce((total, { available }) => total + available, 0)
      const { batchCode: code, expiresOn } = first
      return [{ id, code, expiresOn, quantity: free + sum(own.get(id) ?? []) }]
    })
    .filter(({ quantity }) => quantity > 0)
}

function useOffers({ warehouseCode }: Order, line: OrderLine) {
  const query = { product: line.productId, status: 'sellable' as const, sort: 'expiresOn' as const, limit: 500 }
  return useQuery({
    queryKey: ['stock', 'choose', line.productId, warehouseCode],
    queryFn: () =>
      answerOf(api.GET('/v1/stock', { params: { query: { ...query, ...given({ warehouse: warehouseCode }) } } })),
    select: ({ items }) => offersOf(items, line),
  })
}

type FormProps = LineProps & Readonly<{ onClose: () => void }>

function ChoiceForm({ order, line, onClose }: FormProps) {
  const taken = [...new Set(line.batches.map(({ batchId }) => batchId))]
  const form = useForm({ initialValues: { batches: taken, reason: '' } })
  const offers = useOffers(order, line)
  const choose = useWrite(
    ({ batches, reason }: typeof form.values, key) =>
      answerOf(
        api.PUT('/v1/order-lines/{id}/batches', {
          params: { path: { id: line.id } },
          body: { batches, ...given({ reason: reason.trim() }) },
          headers: intent(key),
        }),
      ),
    ({ lines }) => {
      const now = lines.find(({ id }) => id === line.id)
      if (now) notifications.show({ message: whatItGot(now) })
      onClose()
    },
  )
  const elsewhere = useFieldProblems(form, choose.problem)
  return (
    <Modal opened onClose={onClose} title={`Choose the batches of ${line.sku}`} size="lg">
      <form onSubmit={form.onSubmit((values) => choose.send(values))}>
        <Stack gap="md">
          <Text>
            {quantityText(line.quantity - line.shipped)} are to go. Batches are taken in the order in which you tick
            them.
          </Text>
          <Loaded of={offers} rows={3}>
            {(got) => (
              <Offers
                offers={got}
                chosen={form.values.batches}
                onChosen={(batches) => form.setFieldValue('batches', batches)}
              />
            )}
          </Loaded>
          <TextInput label="Reason" placeholder="Stays in the audit" {...form.getInputProps('reason')} />
          <DialogFoot problem={elsewhere} onLeave={onClose} sending={choose.sending}>
            Take these
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}

function whatItGot({ allocated, backOrdered }: OrderLine): string {
  const waits = backOrdered > 0 ? ` ${quantityText(backOrdered)} still wait; the line says why.` : ''
  return `${quantityText(allocated)} are reserved.${waits}`
}

type OffersProps = Readonly<{
  offers: readonly Offer[]
  chosen: readonly string[]
  onChosen: (ids: string[]) => void
}>

function Offers({ offers, chosen, onChosen }: OffersProps) {
  const today = useToday()
  if (offers.length === 0) return <Empty title="Nothing of it can be sold now" />
  const turn = (id: string) => onChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  return (
    <Rows
      label="Batches with stock"
      rows={offers}
      keyOf={({ id }) => id}
      columns={[
        {
          title: 'Batch',
          cell: ({ id, code }) => (
            <Checkbox
              aria-label={`Take ${batchText(code)}`}
              label={<BatchCode code={code} />}
              checked={chosen.includes(id)}
              onChange={() => turn(id)}
            />
          ),
        },
        { title: 'Taken', cell: ({ id }) => (chosen.includes(id) ? `${chosen.indexOf(id) + 1}.` : '–') },
        { title: 'Last day', cell: ({ expiresOn }) => <DateText day={expiresOn} /> },
        {
          title: 'Days left',
          cell: ({ expiresOn }) => <DaysLeft daysLeft={expiresOn === null ? null : daysLeft(expiresOn, today)} />,
        },
        { title: 'Free', cell: ({ quantity }) => <Quantity of={quantity} />, end: true },
      ]}
    />
  )
}
