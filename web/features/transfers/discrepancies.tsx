import { Button, Group, Select, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { answerOf, api, intent } from '../../api/client.ts'
import type { NewBody, Transfer } from '../../api/types.ts'
import { BatchLink } from '../../shared/batch-link.tsx'
import { InstantText } from '../../shared/date-text.tsx'
import { DayInput } from '../../shared/day-input.tsx'
import { type Column, Rows } from '../../shared/listing.tsx'
import { May } from '../../shared/may.tsx'
import { Section } from '../../shared/page.tsx'
import { Quantity, quantityText } from '../../shared/quantity.tsx'
import { QuantityInput } from '../../shared/quantity-input.tsx'
import { serialsIn } from '../../shared/serials-in.ts'
import { ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { keyOf, type OnTheWay, onTheWay } from './receive-values.ts'

type Said = Transfer['discrepancies'][number]

const words: Readonly<Record<Said['kind'], string>> = {
  missing: 'said to be missing',
  lost: 'lost',
  found: 'found later',
  damaged: 'damaged',
  wrong_batch: 'another batch lies there',
}
const columns: readonly Column<Said>[] = [
  { title: 'What', cell: ({ kind }) => words[kind] },
  { title: 'Batch', cell: ({ batchId, batchCode }) => <BatchLink id={batchId} code={batchCode} /> },
  { title: 'Instead', cell: ({ otherBatchCode }) => otherBatchCode ?? '–', deskOnly: true },
  { title: 'Quantity', cell: ({ quantity }) => <Quantity of={quantity} />, end: true },
  { title: 'Why', cell: ({ reason }) => reason ?? '–' },
  { title: 'By', cell: ({ madeBy }) => madeBy, deskOnly: true },
  { title: 'When', cell: ({ madeAt }) => <InstantText at={madeAt} /> },
]

export function DiscrepanciesSection({ transfer }: { transfer: Transfer }) {
  const { discrepancies } = transfer
  const open = onTheWay(transfer).filter(({ missing }) => missing > 0)
  if (discrepancies.length === 0) return null
  return (
    <Section title="What did not come as it left">
      <Stack gap="md">
        <Rows rows={discrepancies} columns={columns} keyOf={({ id }) => id} label="Discrepancies" />
        <May to="adjust stock">
          {open.map((row) => (
            <SettleForm key={`${keyOf(row)} ${row.missing}`} transferId={transfer.id} row={row} />
          ))}
        </May>
      </Stack>
    </Section>
  )
}

type Settlement = NewBody<'/v1/transfers/{id}/settlements'>
const choices = [
  { value: 'lost', label: 'Lost' },
  { value: 'found', label: 'Found: it is here' },
  { value: 'damaged', label: 'Damaged: to scrap' },
  { value: 'wrong_batch', label: 'Another batch lies there' },
] satisfies { value: Settlement['as']; label: string }[]

const start = (row: OnTheWay) => ({
  as: null as Settlement['as'] | null,
  quantity: row.missing as number | '',
  reason: '',
  other: '',
  expiresOn: null as string | null,
  serials: '',
})
type Values = ReturnType<typeof start>

function bodyOf(row: OnTheWay, { as, quantity, reason, other, expiresOn, serials }: Values): Settlement {
  const named = serialsIn(serials)
  return {
    line: row.lineNo,
    batch: row.batchId,
    quantity: Number(quantity),
    as: as ?? 'lost',
    reason: reason.trim(),
    ...(named.length > 0 ? { serials: named } : {}),
    ...(as === 'wrong_batch' ? { other: { batch: other.trim(), ...(expiresOn ? { expiresOn } : {}) } } : {}),
  }
}

function SettleForm({ transferId: id, row }: { transferId: string; row: OnTheWay }) {
  const [values, setValues] = useState(() => start(row))
  const set = (change: Partial<Values>) => setValues((before) => ({ ...before, ...change }))
  const settle = useWrite((body: Settlement, key) =>
    answerOf(api.POST('/v1/transfers/{id}/settlements', { params: { path: { id } }, body, headers: intent(key) })),
  )
  const ready = values.as !== null && values.reason.trim() !== '' && values.quantity !== ''
  const send = (event: { preventDefault(): void }) => {
    event.preventDefault()
    if (ready) settle.send(bodyOf(row, values))
  }
  return (
    <form onSubmit={send} aria-label={`Settle ${row.batchCode}`}>
      <Stack gap="xs">
        <div>
          <b>{`${quantityText(row.missing)} of ${row.sku}, batch ${row.batchCode}`}</b> did not come. What became of
          them?
        </div>
        <How row={row} values={values} set={set} />
        <More row={row} values={values} set={set} />
        <ProblemAlert problem={settle.problem} />
        <Group>
          <Button type="submit" disabled={!ready} loading={settle.sending}>
            Settle
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

type MoreProps = Readonly<{ row: OnTheWay; values: Values; set: (change: Partial<Values>) => void }>

function How({ row, values, set }: MoreProps) {
  return (
    <Group align="flex-end" gap="sm">
      <Select label="Settle as" data={choices} value={values.as} onChange={(as) => set({ as })} allowDeselect={false} />
      <QuantityInput
        label="Quantity"
        w={100}
        max={row.missing}
        value={values.quantity}
        onChange={(quantity) => set({ quantity })}
      />
      <TextInput
        label="Reason"
        flex="1 1 200px"
        value={values.reason}
        onChange={({ currentTarget }) => set({ reason: currentTarget.value })}
      />
    </Group>
  )
}

function More({ row, values, set }: MoreProps) {
  return (
    <Group align="flex-end" gap="sm">
      {values.as === 'wrong_batch' ? (
        <>
          <TextInput
            label="Batch that lies there"
            placeholder="as on the label"
            value={values.other}
            onChange={({ currentTarget }) => set({ other: currentTarget.value })}
          />
          <DayInput
            label="Its last day"
            placeholder="If it is new here"
            value={values.expiresOn}
            onChange={(expiresOn) => set({ expiresOn })}
          />
        </>
      ) : null}
      {row.tracking === 'serial' ? (
        <TextInput
          label="Serials"
          value={values.serials}
          onChange={({ currentTarget }) => set({ serials: currentTarget.value })}
        />
      ) : null}
    </Group>
  )
}
