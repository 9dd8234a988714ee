import { Button, Checkbox, Group, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { answerOf, api, intent } from '../../api/client.ts'
import type { NewBody, Transfer } from '../../api/types.ts'
import { BatchLink } from '../../shared/batch-link.tsx'
import { codeNow } from '../../shared/code-now.ts'
import { ForceStorage } from '../../shared/force-storage.tsx'
import { labelOf } from '../../shared/label-of.ts'
import { May } from '../../shared/may.tsx'
import { Section } from '../../shared/page.tsx'
import { PlacePicker } from '../../shared/place-picker.tsx'
import { quantityText } from '../../shared/quantity.tsx'
import { QuantityInput } from '../../shared/quantity-input.tsx'
import { ScanInput } from '../../shared/scan-input.tsx'
import { serialsIn } from '../../shared/serials-in.ts'
import { ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { keyOf, type OnTheWay, onTheWay, scanned } from './receive-values.ts'

type Came = Readonly<{ quantity: number | ''; serials: string }>
type Counted = Readonly<Record<string, Came>>
const nothing: Came = { quantity: '', serials: '' }

type Received = NewBody<'/v1/transfers/{id}/receipts'>

function useReceive(id: string) {
  return useWrite((body: Received, key) =>
    answerOf(api.POST('/v1/transfers/{id}/receipts', { params: { path: { id } }, body, headers: intent(key) })),
  )
}

/** Counted row by row, or scanned: a scan fills in all that is on its way of its batch. */
export function ReceiveSection({ transfer }: { transfer: Transfer }) {
  const rows = onTheWay(transfer)
  const [counted, setCounted] = useState<Counted>({})
  if (rows.length === 0) return null
  const set = (row: OnTheWay, came: Came) => setCounted((before) => ({ ...before, [keyOf(row)]: came }))
  return (
    <May to="receive">
      <Section title={`Receive at ${transfer.toCode}`}>
        <Stack gap="sm">
          <ScanField rows={rows} onFound={(row) => set(row, { ...nothing, quantity: row.inTransit })} />
          {rows.map((row) => (
            <RowFields
              key={keyOf(row)}
              row={row}
              came={counted[keyOf(row)] ?? nothing}
              onCame={(came) => set(row, came)}
            />
          ))}
          <Foot transfer={transfer} rows={rows} counted={counted} />
        </Stack>
      </Section>
    </May>
  )
}

type FootProps = Readonly<{ transfer: Transfer; rows: readonly OnTheWay[]; counted: Counted }>

/** Where it is put, what becomes of the rest, and done. */
function Foot({ transfer, rows, counted }: FootProps) {
  const [place, setPlace] = useState('')
  const [missing, setMissing] = useState(false)
  const receive = useReceive(transfer.id)
  const lines = linesOf(rows, counted, place)
  const rest = missing ? { rest: 'missing' as const } : {}
  const all = place === '' ? {} : { lines: linesOf(rows, allOf(rows), place) }
  const [tried, setTried] = useState<Received>({})
  const send = (body: Received) => {
    setTried(body)
    receive.send(body)
  }
  return (
    <>
      <PlacePicker
        warehouseId={transfer.toWarehouseId}
        valueIs="code"
        placeholder="First bin; held goods to quarantine"
        clearable
        clearButtonProps={{ 'aria-label': 'No place' }}
        value={place}
        onChange={(code: string | null) => setPlace(code ?? '')}
      />
      <Checkbox
        label="Nothing more comes: the rest is missing"
        checked={missing}
        onChange={({ currentTarget }) => setMissing(currentTarget.checked)}
      />
      <ProblemAlert problem={receive.problem} />
      <ForceStorage
        problem={receive.problem}
        sending={receive.sending}
        onForce={(force) => receive.send({ ...tried, force })}
      />
      <Group>
        <Button
          size="md"
          loading={receive.sending}
          disabled={lines.length === 0}
          onClick={() => send({ lines, ...rest })}
        >
          Receive what I counted
        </Button>
        <Button size="md" variant="default" loading={receive.sending} onClick={() => send(all)}>
          All of it is here
        </Button>
      </Group>
    </>
  )
}

const allOf = (rows: readonly OnTheWay[]): Counted =>
  Object.fromEntries(rows.map((row) => [keyOf(row), { ...nothing, quantity: row.inTransit }]))

const linesOf = (rows: readonly OnTheWay[], counted: Counted, place: string) =>
  rows.flatMap((row) => {
    const { quantity, serials } = counted[keyOf(row)] ?? nothing
    if (quantity === '' || quantity === 0) return []
    const named = serialsIn(serials)
    return [
      {
        line: row.lineNo,
        batch: row.batchId,
        quantity,
        ...(place === '' ? {} : { place }),
        ...(named.length > 0 ? { serials: named } : {}),
      },
    ]
  })

/** A label may hold a code that the batch had. */
async function meant(rows: readonly OnTheWay[], scan: string): Promise<OnTheWay[]> {
  const year = new Date().getFullYear()
  const found = scanned(rows, scan, year)
  const now = found.length > 0 ? null : await codeNow(labelOf(scan).batch ?? scan, rows)
  return now === null ? found : scanned(rows, now, year)
}

type ScanFieldProps = Readonly<{ rows: readonly OnTheWay[]; onFound: (row: OnTheWay) => void }>

function ScanField({ rows, onFound }: ScanFieldProps) {
  const [scan, setScan] = useState('')
  const [unknown, setUnknown] = useState<string | null>(null)
  const read = async (event: { preventDefault(): void }) => {
    event.preventDefault()
    setScan('')
    const found = await meant(rows, scan)
    for (const row of found) onFound(row)
    setUnknown(found.length === 0 ? `Nothing of "${scan.trim()}" is on its way with this transfer` : null)
  }
  return (
    <form onSubmit={(event) => void read(event)}>
      <ScanInput
        label="Scan what came"
        placeholder="Label or batch code, then Enter"
        value={scan}
        onScan={setScan}
        error={unknown}
      />
    </form>
  )
}

type RowProps = Readonly<{ row: OnTheWay; came: Came; onCame: (came: Came) => void }>

function RowFields({ row, came, onCame }: RowProps) {
  return (
    <Group align="flex-end" gap="sm" role="group" aria-label={`${row.sku} ${row.batchCode}`}>
      <div>
        <b>{row.sku}</b> <BatchLink id={row.batchId} code={row.batchCode} />
        <Text c="dimmed" fz="sm">
          {`${quantityText(row.inTransit)} on the way${row.missing > 0 ? `, ${quantityText(row.missing)} said to be missing` : ''}`}
        </Text>
      </div>
      <QuantityInput
        label="Came"
        min={0}
        max={row.inTransit}
        w={110}
        placeholder="none"
        value={came.quantity}
        onChange={(quantity) => onCame({ ...came, quantity })}
      />
      {row.tracking === 'serial' ? (
        <Textarea
          label="Serials"
          placeholder="One a line, scanned"
          autosize
          minRows={1}
          value={came.serials}
          onChange={({ currentTarget }) => onCame({ ...came, serials: currentTarget.value })}
        />
      ) : null}
    </Group>
  )
}
