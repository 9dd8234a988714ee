import { Button, Group, Text } from '@mantine/core'
import { IconAlertTriangle, IconFileTypePdf } from '@tabler/icons-react'
import { Fragment, useEffect, useRef } from 'react'
import { batchName } from '#domain/batch-code.ts'
import { answerOf, api, intent } from '../../api/client.ts'
import type { Parcel } from '../../api/types.ts'
import { DateText } from '../../shared/date-text.tsx'
import { RowLink } from '../../shared/listing.tsx'
import { PrintLabels } from '../../shared/print-labels.tsx'
import { quantityText } from '../../shared/quantity.tsx'
import { ReasonButton } from '../../shared/reason-button.tsx'
import { Sign } from '../../shared/sign.tsx'
import { TakeOutParcel } from './cancel-shipment.tsx'
import { kitInWords } from './kit-words.ts'
import classes from './picking.module.css'
import type { useShipParcels } from './use-ship-parcels.ts'

const signs = { packed: 'active', shipped: 'good', cancelled: 'quiet' } as const
type ParcelCardProps = Readonly<{
  parcel: Parcel
  ship: ReturnType<typeof useShipParcels>
  /** It was scanned, or looked for. */
  marked: boolean
}>

/** Brings what is marked into sight. */
function useMarked(marked: boolean) {
  const card = useRef<HTMLElement>(null)
  useEffect(() => {
    if (marked) card.current?.scrollIntoView({ block: 'center' })
    if (marked) card.current?.focus({ preventScroll: true })
  }, [marked])
  return card
}

function LineShown({ line }: { line: Parcel['lines'][number] }) {
  const { quantity, baseUnit, sku, batchCode, expiresOn, serials, kitLineId } = line
  return (
    <Text pl={kitLineId === null ? 0 : 'md'}>
      {`${quantityText(quantity, baseUnit)} of ${sku}, ${batchName(batchCode)}`}
      {expiresOn === null ? null : (
        <>
          , last day <DateText day={expiresOn} />
        </>
      )}
      {serials.length > 0 ? `, serials ${serials.join(', ')}` : ''}
    </Text>
  )
}

/** What was sold by itself, then under each kit those of its parts that are in it. */
function Contents({ parcel: { lines, kits } }: { parcel: Parcel }) {
  const of = (lineId: string | null) =>
    lines.filter(({ kitLineId }) => kitLineId === lineId).map((line) => <LineShown key={line.id} line={line} />)
  return (
    <>
      {of(null)}
      {kits.map((kit) => (
        <Fragment key={kit.lineId}>
          <Text>{`${kitInWords(kit)}:`}</Text>
          {of(kit.lineId)}
        </Fragment>
      ))}
    </>
  )
}

export function ParcelCard({ parcel, ship, marked }: ParcelCardProps) {
  const card = useMarked(marked)
  const { id, number, state, sscc, ssccNote, shipmentId, shipmentNumber, lines } = parcel
  const stopped = lines.find((line) => line.stopped !== null)
  return (
    <section
      ref={card}
      aria-label={`Parcel ${number}`}
      className={classes.parcel}
      data-marked={marked || undefined}
      tabIndex={-1}
    >
      <Group gap="xs">
        <Text fw={650}>{number}</Text>
        <Sign tone={signs[state]}>{state}</Sign>
        {shipmentId ? <RowLink to={`/shipments/${shipmentId}`}>{shipmentNumber}</RowLink> : null}
        {stopped ? (
          <Sign tone="bad" icon={<IconAlertTriangle />}>
            {`Stopped: ${batchName(stopped.batchCode)} ${stopped.stopped}`}
          </Sign>
        ) : null}
      </Group>
      <Text fz="sm">{sscc ? `SSCC (00) ${sscc}` : ssccNote}</Text>
      <Contents parcel={parcel} />
      <Group gap="xs" mt="xs">
        <Button
          component="a"
          href={`/v1/parcels/${id}/packing-slip.pdf`}
          target="_blank"
          variant="default"
          leftSection={<IconFileTypePdf size={16} />}
        >
          Slip
        </Button>
        <PrintLabels kind="parcel" of={[id]} about={`parcel ${number}`} label="Label" />
        <TakeOutParcel parcel={parcel} />
        {state === 'packed' ? (
          <>
            <Button loading={ship.sending} onClick={() => ship.send({ parcels: [id] })}>
              Ship {number}
            </Button>
            <CancelParcel parcel={parcel} />
          </>
        ) : null}
      </Group>
    </section>
  )
}

function CancelParcel({ parcel: { id, number } }: { parcel: Parcel }) {
  return (
    <ReasonButton
      send={(reason, key) =>
        answerOf(
          api.POST('/v1/parcels/{id}/cancellation', {
            params: { path: { id } },
            body: { reason },
            headers: intent(key),
          }),
        )
      }
      title={`Open parcel ${number} again`}
      about="Its goods are picked and in no parcel then; its SSCC is not used again."
      confirm="Open it"
    >
      Open again
    </ReasonButton>
  )
}
