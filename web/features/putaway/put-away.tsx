/**
 * web/features/putaway/put-away.tsx — one batch on its way to a bin: the bin proposed, how many, and the scan of the bin that ends it.
 */
import { Button, Group, Stack, Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { batchName } from '#domain/batch-code.ts'
import { answerOf, api, intent } from '../../api/client.ts'
import type { Awaiting, NewBody } from '../../api/types.ts'
import { BatchLink } from '../../shared/batch-link.tsx'
import { DaysLeft } from '../../shared/days-left.tsx'
import { ForceStorage } from '../../shared/force-storage.tsx'
import { HoldBadge } from '../../shared/hold-badge.tsx'
import { quantityText } from '../../shared/quantity.tsx'
import { QuantityInput } from '../../shared/quantity-input.tsx'
import { ScanInput } from '../../shared/scan-input.tsx'
import { serialsIn } from '../../shared/serials-in.ts'
import { SerialsInput } from '../../shared/serials-input.tsx'
import { ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import classes from './putaway.module.css'

type Body = NewBody<'/v1/relocations'>
type PutAwayProps = Readonly<{ row: Awaiting; onDone: (words: string) => void; onLeave: () => void }>
type Put = Readonly<{ code: string; force?: { reason: string } }>

/** The bin by its code; what is no bin of the warehouse is said by the server. */
async function placeNamed(warehouse: string, code: string): Promise<string> {
  const { items } = await answerOf(api.GET('/v1/places', { params: { query: { warehouse, text: code, limit: 500 } } }))
  const exact = items.find((place) => place.code === code)
  return (exact ?? items.find((place) => place.code.toLowerCase() === code.toLowerCase()))?.id ?? ''
}

function usePutAway({ row, onDone }: Pick<PutAwayProps, 'row' | 'onDone'>) {
  const [first] = row.proposed
  const [quantity, setQuantity] = useState<number | ''>(first?.quantity ?? row.onHand)
  const [serials, setSerials] = useState('')
  const [unknown, setUnknown] = useState<string | null>(null)
  const named = serialsIn(serials)
  const write = useWrite(
    (body: Body, key) => answerOf(api.POST('/v1/relocations', { body, headers: intent(key) })),
    () => {},
  )
  const put = async ({ code, force }: Put) => {
    const to = await placeNamed(row.warehouseId, code)
    setUnknown(to === '' ? `There is no place "${code}" in ${row.warehouseCode}` : null)
    if (to === '' || quantity === '') return
    const line = {
      batch: row.batchId,
      from: row.placeId,
      to,
      quantity,
      ...(row.packOf === null ? {} : { closedPackOf: row.packOf }),
      ...(named.length > 0 ? { serials: named } : {}),
    }
    await write.sendAndWait({ lines: [line], ...(force ? { force } : {}) })
    onDone(`${quantityText(quantity)} of ${batchName(row.batchCode)} at ${code}`)
  }
  return { quantity, setQuantity, serials, setSerials, unknown, write, put }
}

export function PutAway({ row, onDone, onLeave }: PutAwayProps) {
  const { quantity, setQuantity, serials, setSerials, unknown, write, put } = usePutAway({ row, onDone })
  const [scan, setScan] = useState('')
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => box.current?.focus(), [])
  const code = scan.trim()
  // What fails is shown below: nobody waits for it here.
  const tryPut = (ask: Put) => void put(ask).catch(() => box.current?.select())
  const read = (event: { preventDefault(): void }) => {
    event.preventDefault()
    if (code !== '') tryPut({ code })
  }
  return (
    <section className={classes.now} aria-label="To put away now">
      <Goods row={row} />
      <Proposed row={row} />
      <form onSubmit={read}>
        <Stack gap="sm" mt="sm">
          <ScanInput
            ref={box}
            size="lg"
            label="Scan the bin"
            placeholder="its code, then Enter"
            value={scan}
            onScan={(text) => {
              write.forget()
              setScan(text)
            }}
            error={unknown}
          />
          <QuantityInput label="How many" size="md" max={row.onHand} value={quantity} onChange={setQuantity} />
          {row.tracking === 'serial' ? <SerialsInput value={serials} onChange={setSerials} /> : null}
          <ProblemAlert problem={write.problem} oneLine />
          <ForceStorage problem={write.problem} sending={write.sending} onForce={(force) => tryPut({ code, force })} />
          <Group>
            <Button type="submit" size="md" loading={write.sending} disabled={code === '' || quantity === ''}>
              It is there
            </Button>
            <Button size="md" variant="default" onClick={onLeave}>
              Not now
            </Button>
          </Group>
        </Stack>
      </form>
    </section>
  )
}

const Goods = ({ row }: { row: Awaiting }) => (
  <div className={classes.what}>
    <b>{row.sku}</b>
    <BatchLink id={row.batchId} code={row.batchCode} />
    <DaysLeft daysLeft={row.daysLeft} expiresOn={row.expiresOn} />
    {row.holds.map((number) => (
      <HoldBadge key={number} number={number} />
    ))}
    <Text span c="dimmed">{`${quantityText(row.onHand)} at ${row.placeCode}`}</Text>
  </div>
)

/** The bin in large, why that one, and which others would do. */
function Proposed({ row: { proposed, passedOver, passedOverCount, onHand } }: { row: Awaiting }) {
  const [first, ...others] = proposed
  if (!first)
    return (
      <>
        <Text fw={650} mt="xs">
          No bin of this warehouse takes it.
        </Text>
        {passedOver.map(({ placeId, says }) => (
          <Text key={placeId} fz="sm" c="dimmed">
            {says}
          </Text>
        ))}
        {passedOverCount > passedOver.length ? (
          <Text fz="sm" c="dimmed">{`and ${quantityText(passedOverCount - passedOver.length)} more`}</Text>
        ) : null}
      </>
    )
  return (
    <>
      <div className={classes.code}>{first.placeCode}</div>
      <Text>{first.says.slice(first.placeCode.length + 2)}</Text>
      {first.quantity < onHand ? (
        <Text fw={600}>{`It has room for ${quantityText(first.quantity)}; the rest goes elsewhere.`}</Text>
      ) : null}
      {others.length > 0 ? (
        <Text fz="sm" c="dimmed">{`Also ${others.map(({ placeCode }) => placeCode).join(' or ')}`}</Text>
      ) : null}
    </>
  )
}
