/**
 * web/features/fulfilment/ship-order-page.tsx — the pick list of an order, and what of it is sent.
 */
import {
  Anchor,
  Button,
  Checkbox,
  Group,
  NumberInput,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { daysLeft } from '#domain/shelf-life.ts'
import { answerOf, api, given, intent } from '../../api/client.ts'
import type { NewShipment, PickLine, PickList } from '../../api/types.ts'
import { DateText } from '../../shared/date-text.tsx'
import { DaysLeft } from '../../shared/days-left.tsx'
import { RowLink } from '../../shared/listing.tsx'
import { Page, Section } from '../../shared/page.tsx'
import { quantityText } from '../../shared/quantity.tsx'
import { Empty, Loaded, ProblemAlert } from '../../shared/states.tsx'
import { useToday } from '../../shared/use-warehouses.ts'
import { useWrite } from '../../shared/use-write.ts'
import classes from './ship-order.module.css'

type Parcel = PickList['warehouses'][number]

export function ShipOrderPage({ orderRef }: { orderRef: string }) {
  const list = useQuery({
    queryKey: ['pick-list', orderRef],
    queryFn: () => answerOf(api.GET('/v1/orders/{ref}/pick-list', { params: { path: { ref: orderRef } } })),
  })
  return (
    <Page
      title={list.data ? `Ship ${list.data.number}` : 'Ship'}
      back={{ to: '/ship', label: 'Ship' }}
      actions={
        <Anchor component={Link} to={`/orders/${orderRef}` as '/'}>
          Show the order
        </Anchor>
      }
    >
      <Loaded of={list}>
        {(got) =>
          got.warehouses.length === 0 ? (
            <Empty title="Nothing of this order is reserved">
              It is shipped already, cancelled, or waits for stock. The order itself says which.
            </Empty>
          ) : (
            got.warehouses.map((parcel) => (
              <ParcelForm
                key={`${parcel.warehouseId} ${parcel.lines.map((line) => line.batchId + line.quantity).join(' ')}`}
                orderId={got.orderId}
                parcel={parcel}
              />
            ))
          )
        }
      </Loaded>
    </Page>
  )
}

type LineValues = { take: boolean; quantity: number | string; serials: string }
type Values = { carrier: string; trackingNumber: string; lines: LineValues[] }
type Form = UseFormReturnType<Values>

function bodyOf(orderId: string, parcel: Parcel, { lines, ...papers }: Values): NewShipment {
  const taken = parcel.lines.flatMap((line, index) => {
    const { take, quantity, serials } = lines[index] ?? { take: false, quantity: 0, serials: '' }
    if (!take || Number(quantity) === 0) return []
    const scanned = serials.split(/[\s,;]+/).filter((serial) => serial !== '')
    return [
      {
        orderLine: line.orderLineId,
        batch: line.batchId,
        place: line.placeId,
        quantity: Number(quantity),
        ...(scanned.length > 0 ? { serials: scanned } : {}),
      },
    ]
  })
  return {
    order: orderId,
    warehouse: parcel.warehouseId,
    ...given({ carrier: papers.carrier.trim(), trackingNumber: papers.trackingNumber.trim() }),
    lines: taken,
  }
}

function ParcelForm({ orderId, parcel }: { orderId: string; parcel: Parcel }) {
  const navigate = useNavigate()
  const form = useForm<Values>({
    initialValues: {
      carrier: '',
      trackingNumber: '',
      lines: parcel.lines.map(({ quantity }) => ({ take: true, quantity, serials: '' })),
    },
  })
  const ship = useWrite(
    (body: NewShipment, key) => answerOf(api.POST('/v1/shipments', { body, headers: intent(key) })),
    ({ items: [shipment] }) => {
      if (!shipment) return
      notifications.show({ message: `${shipment.number} is on its way.`, color: 'leaf' })
      void navigate({ to: '/shipments/$ref', params: { ref: shipment.id } })
    },
  )
  const units = form.values.lines.reduce((sum, { take, quantity }) => sum + (take ? Number(quantity) : 0), 0)
  return (
    <form onSubmit={form.onSubmit((values) => ship.send(bodyOf(orderId, parcel, values)))}>
      <Section title={`From ${parcel.warehouseCode}`} flush>
        <ul className={classes.picks}>
          {parcel.lines.map((line, index) => (
            <PickLineShown
              key={`${line.orderLineId} ${line.batchId} ${line.placeId}`}
              form={form}
              line={line}
              index={index}
              warehouseId={parcel.warehouseId}
              wantsSerials={ship.problem?.code === 'serials_needed'}
            />
          ))}
        </ul>
        <Stack p="md" gap="md">
          <SimpleGrid cols={{ base: 1, xs: 2 }} maw={560}>
            <TextInput label="Carrier" placeholder="UPS, DHL …" {...form.getInputProps('carrier')} />
            <TextInput label="Tracking number" {...form.getInputProps('trackingNumber')} />
          </SimpleGrid>
          <ProblemAlert problem={ship.problem} />
          <Group>
            <Button type="submit" loading={ship.sending} disabled={units === 0}>
              Ship {quantityText(units)} {units === 1 ? 'unit' : 'units'}
            </Button>
          </Group>
        </Stack>
      </Section>
    </form>
  )
}

type PickLineProps = Readonly<{
  form: Form
  line: PickLine
  index: number
  warehouseId: string
  wantsSerials: boolean
}>

function PickLineShown({ form, line, index, warehouseId, wantsSerials }: PickLineProps) {
  const today = useToday(warehouseId)
  const left = line.expiresOn === null ? null : daysLeft(line.expiresOn, today)
  const { take } = form.values.lines[index] ?? { take: false }
  return (
    <li className={classes.pick} data-left-out={!take || undefined}>
      <Checkbox
        size="md"
        aria-label={`Take batch ${line.batchCode} of ${line.sku}`}
        {...form.getInputProps(`lines.${index}.take`, { type: 'checkbox' })}
      />
      <div className={classes.place}>{line.placeCode}</div>
      <div className={classes.what}>
        <Text fw={600} span>
          {line.sku}
        </Text>{' '}
        <Text span c="dimmed">
          {line.productName}
        </Text>
        <Group gap="xs" mt={2}>
          <span>
            Batch <RowLink to={`/batches/${line.batchId}`}>{line.batchCode}</RowLink>
          </span>
          <DateText day={line.expiresOn} />
          <DaysLeft daysLeft={left} />
        </Group>
        {wantsSerials ? (
          <Textarea mt="xs" label="Serials" autosize minRows={2} {...form.getInputProps(`lines.${index}.serials`)} />
        ) : null}
      </div>
      <NumberInput
        aria-label={`How many of batch ${line.batchCode}`}
        w={120}
        min={0}
        max={line.quantity}
        clampBehavior="none"
        disabled={!take}
        rightSection={<Text fz="sm" c="dimmed">{`/ ${quantityText(line.quantity)}`}</Text>}
        rightSectionWidth={56}
        rightSectionPointerEvents="none"
        {...form.getInputProps(`lines.${index}.quantity`)}
      />
    </li>
  )
}
