/**
 * web/features/fulfilment/parcel-form.tsx — what leaves one warehouse for an order. The list is live: what changes while
 * somebody packs is said at its line, and nothing that was typed is overwritten.
 */
import { Button, Group, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useNavigate } from '@tanstack/react-router'
import { type RefObject, useRef, useState } from 'react'
import { answerOf, api, intent } from '../../api/client.ts'
import type { NewShipment, Order, PickLine } from '../../api/types.ts'
import { enterGoesOn } from '../../shared/enter-goes-on.ts'
import { Section } from '../../shared/page.tsx'
import { quantityText } from '../../shared/quantity.tsx'
import { ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { changedPicks, keyOf } from './changed-picks.ts'
import {
  bodyOf,
  type Papers,
  type Parcel,
  packedOf,
  packedRows,
  problemAtRow,
  sentOf,
  type Typed,
  type TypedRows,
} from './parcel-values.ts'
import { PartKits } from './part-kits.tsx'
import { PickRowShown } from './pick-row.tsx'
import classes from './ship-order.module.css'

type ParcelFormProps = Readonly<{
  order: Order
  parcel: Parcel
  /** As they were when the person began. */
  linesAtFirst: readonly PickLine[]
}>

/** The list as the person last knew it, and how it is now. */
function usePicks({ order, parcel: { lines: now }, linesAtFirst }: ParcelFormProps) {
  const [known, setKnown] = useState(linesAtFirst)
  const sent = sentOf(order)
  const [sentBefore] = useState(sent)
  const shippedSince = new Set([...sent.keys()].filter((key) => (sent.get(key) ?? 0) > (sentBefore.get(key) ?? 0)))
  const understood = (key: string) => {
    const others = known.filter((line) => keyOf(line) !== key)
    setKnown([...others, ...now.filter((line) => keyOf(line) === key)])
  }
  return { rows: changedPicks({ known, now, shippedSince }), understood }
}

export function ParcelForm(given: ParcelFormProps) {
  const { order, parcel } = given
  const { rows, understood } = usePicks(given)
  const [typed, setTyped] = useState<TypedRows>({})
  const [papers, setPapers] = useState<Papers>({ carrier: '', trackingNumber: '' })
  const submit = useRef<HTMLButtonElement>(null)
  const ship = useShipping()
  const type = (key: string, change: Typed) => {
    ship.forget()
    setTyped((before) => ({ ...before, [key]: { ...before[key], ...change } }))
  }
  const atRow = problemAtRow(ship.problem, { rows, typed })
  const units = packedRows(rows, typed).reduce((sum, row) => sum + Number(packedOf(row, typed).quantity), 0)
  const body = () => bodyOf({ orderId: order.id, warehouseId: parcel.warehouseId, rows, typed, papers })
  const send = (event: { preventDefault(): void }) => {
    event.preventDefault()
    ship.send(body())
  }
  if (rows.length === 0) return null
  return (
    <form onSubmit={send} onKeyDown={(event) => enterGoesOn(event, () => submit.current?.focus())}>
      <Section title={`From ${parcel.warehouseCode}`} flush>
        <ul className={classes.picks}>
          {rows.map((row) => (
            <PickRowShown
              key={row.key}
              row={row}
              packed={packedOf(row, typed)}
              warehouseId={parcel.warehouseId}
              problem={atRow?.key === row.key ? atRow.says : null}
              onType={(change) => type(row.key, change)}
              onUnderstood={() => understood(row.key)}
            />
          ))}
        </ul>
        <Stack p="md" gap="md">
          <PapersFields papers={papers} onPapers={setPapers} />
          <ProblemAlert problem={atRow ? null : ship.problem} />
          <Send ship={ship} body={body} units={units} submit={submit} />
        </Stack>
      </Section>
    </form>
  )
}

type SendProps = Readonly<{
  ship: ReturnType<typeof useShipping>
  body: () => NewShipment
  units: number
  submit: RefObject<HTMLButtonElement | null>
}>

const Send = ({ ship, body, units, submit }: SendProps) => (
  <Group>
    <PartKits problem={ship.problem} sending={ship.sending} onSend={() => ship.send({ ...body(), partKits: true })} />
    <Button ref={submit} type="submit" loading={ship.sending} disabled={units === 0}>
      Ship {quantityText(units)} {units === 1 ? 'unit' : 'units'}
    </Button>
  </Group>
)

function useShipping() {
  const navigate = useNavigate()
  return useWrite(
    (body: NewShipment, key) => answerOf(api.POST('/v1/shipments', { body, headers: intent(key) })),
    ({ items: [shipment] }) => {
      if (!shipment) return
      notifications.show({ message: `${shipment.number} is on its way.`, color: 'leaf' })
      void navigate({ to: '/shipments/$ref', params: { ref: shipment.id } })
    },
  )
}

function PapersFields({ papers, onPapers }: { papers: Papers; onPapers: (papers: Papers) => void }) {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} maw={560}>
      <TextInput
        label="Carrier"
        placeholder="UPS, DHL …"
        data-step="carrier"
        value={papers.carrier}
        onChange={({ currentTarget: { value } }) => onPapers({ ...papers, carrier: value })}
      />
      <TextInput
        label="Tracking number"
        placeholder="It can be added later"
        data-step="tracking"
        value={papers.trackingNumber}
        onChange={({ currentTarget: { value } }) => onPapers({ ...papers, trackingNumber: value })}
      />
    </SimpleGrid>
  )
}
