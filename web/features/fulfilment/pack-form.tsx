/**
 * web/features/fulfilment/pack-form.tsx — the next parcel: scanned batch by batch, or all that is picked at once.
 */
import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { type Dispatch, type ReactNode, type SetStateAction, useRef, useState } from 'react'
import { batchName } from '#domain/batch-code.ts'
import type { Label } from '#domain/gs1/label.ts'
import { answerOf, api, given, intent } from '../../api/client.ts'
import type { NewBody, Packing } from '../../api/types.ts'
import { codeNow } from '../../shared/code-now.ts'
import { labelOf } from '../../shared/label-of.ts'
import { Section } from '../../shared/page.tsx'
import { quantityText } from '../../shared/quantity.tsx'
import { QuantityInput } from '../../shared/quantity-input.tsx'
import { ScanInput } from '../../shared/scan-input.tsx'
import { ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { keyOf } from './changed-picks.ts'
import { ofKit } from './kit-words.ts'
import { allInto, bodyOfParcel, type Packed, type PackRow, scannedInto } from './pack-values.ts'
import { PartKits } from './part-kits.tsx'

type PackFormProps = Readonly<{
  packing: Packing
  rows: readonly PackRow[]
  /** Where there are none. */
  empty: ReactNode
  onSscc: (sscc: string) => void
}>

export function PackForm({ packing: { orderId }, rows, empty, onSscc }: PackFormProps) {
  const [packed, setPacked] = useState<Packed>({})
  const [weight, setWeight] = useState<number | ''>('')
  const pack = useWrite((body: NewBody<'/v1/parcels'>, key) =>
    answerOf(api.POST('/v1/parcels', { body, headers: intent(key) })),
  )
  const body = { ...bodyOfParcel(orderId, rows, packed), ...given({ weightGrams: weight }) }
  return (
    <Section title="Next parcel">
      <ScanBox packed={packed} rows={rows} onPacked={setPacked} onSscc={onSscc} />
      {rows.length === 0 ? empty : null}
      <Stack gap="sm" mt="md" display={rows.length === 0 ? 'none' : undefined}>
        {rows.map((row) => (
          <Row key={keyOf(row)} row={row} packed={packed} onPacked={setPacked} />
        ))}
        <QuantityInput label="Weight in grams" w={180} value={weight} onChange={setWeight} />
        <ProblemAlert problem={pack.problem} />
        <Group>
          <PartKits
            problem={pack.problem}
            sending={pack.sending}
            onSend={() => pack.send({ ...body, partKits: true })}
          />
          <Button disabled={body.lines?.length === 0} loading={pack.sending} onClick={() => pack.send(body)}>
            Close the parcel
          </Button>
          <Button variant="default" onClick={() => setPacked(allInto(packed, rows))}>
            Put all in
          </Button>
        </Group>
      </Stack>
    </Section>
  )
}

type ScanBoxProps = Readonly<{
  packed: Packed
  rows: readonly PackRow[]
  onPacked: Dispatch<SetStateAction<Packed>>
  onSscc: (sscc: string) => void
}>

/** Keeps the focus, so that one scan follows another. */
function ScanBox({ packed, rows, onPacked, onSscc }: ScanBoxProps) {
  const [scan, setScan] = useState('')
  const [strange, setStrange] = useState<string | null>(null)
  const box = useRef<HTMLInputElement>(null)
  const put = (event: { preventDefault(): void }) => {
    event.preventDefault()
    const label = labelOf(scan)
    setScan('')
    box.current?.focus()
    if (label.sscc !== null) return onSscc(label.sscc)
    const next = scannedInto(packed, rows, label)
    if (typeof next === 'string') return void putOld(label, next)
    setStrange(null)
    onPacked(next)
  }
  /** A label may hold a code that the batch had; what was scanned while that was asked is in the parcel too. */
  const putOld = async (label: Label, why: string) => {
    const code = await codeNow(label.batch ?? label.text, rows)
    setStrange(code === null ? why : null)
    if (code === null) return
    const now = label.batch === null ? { ...label, text: code } : { ...label, batch: code }
    onPacked((before) => {
      const next = scannedInto(before, rows, now)
      return typeof next === 'string' ? before : next
    })
  }
  return (
    <form onSubmit={put}>
      <ScanInput
        ref={box}
        label="Scan a batch to put one in, or a parcel"
        value={scan}
        onScan={setScan}
        error={strange}
      />
    </form>
  )
}

type RowProps = Readonly<{ row: PackRow; packed: Packed; onPacked: (packed: Packed) => void }>

function Row({ row, packed, onPacked }: RowProps) {
  const key = keyOf(row)
  const own = packed[key] ?? { quantity: 0 }
  return (
    <Group gap="sm" align="end">
      <QuantityInput
        label={`${batchName(row.batchCode)} of ${row.sku}`}
        description={`${quantityText(row.packable, row.baseUnit)} picked${ofKit(row)}`}
        w={220}
        min={0}
        max={row.packable}
        value={own.quantity}
        onChange={(quantity) => onPacked({ ...packed, [key]: { ...own, quantity: quantity === '' ? 0 : quantity } })}
      />
      {row.tracking === 'serial' ? (
        <Textarea
          label="Serials"
          description="One a line, scanned"
          autosize
          value={own.serials ?? ''}
          onChange={({ currentTarget: { value } }) => onPacked({ ...packed, [key]: { ...own, serials: value } })}
        />
      ) : null}
      <Text c="dimmed">{row.placeCode}</Text>
    </Group>
  )
}
