/**
 * web/features/repairs/split-batch.tsx — units where they lie get a code of their own.
 */
import { ActionIcon, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import type { BatchDetail, BatchTrace, RepairAsk } from '../../api/types.ts'
import { quantityText } from '../../shared/quantity.tsx'
import { QuantityInput } from '../../shared/quantity-input.tsx'
import { serialsIn } from '../../shared/serials-in.ts'
import { SerialsInput } from '../../shared/serials-input.tsx'
import { RepairDialog } from './repair-dialog.tsx'

type Here = BatchTrace['here'][number]
type Part = Readonly<{ place: string | null; code: string; quantity: number | ''; serials: string }>
const empty: Part = { place: null, code: '', quantity: '', serials: '' }

export function SplitBatch({ batch, onClose }: Readonly<{ batch: BatchDetail; onClose: () => void }>) {
  const here = usePlaces(batch.id)
  const places = here ?? []
  const bySerial = useHasSerials(batch.id)
  const [parts, setParts] = useState<readonly Part[]>([empty])
  const [different, setDifferent] = useState(false)
  const only = places.length === 1 ? (places[0]?.placeId ?? null) : null
  const asked = parts.map((part) => partOf({ ...part, place: part.place ?? only }, bySerial))
  const complete = asked.filter((part) => part !== null)
  const ask: RepairAsk | null =
    complete.length < parts.length
      ? null
      : { kind: 'split', batch: batch.id, parts: complete, ...(different ? { different } : {}) }
  const change = (at: number, to: Partial<Part>) => {
    setParts(parts.map((part, index) => (index === at ? { ...part, ...to } : part)))
    setDifferent(false)
  }
  return (
    <RepairDialog
      title={`Split batch ${batch.code}`}
      ask={ask}
      confirmation={{
        code: 'batch_looks_alike',
        label: 'It is a different batch all the same',
        checked: different,
        onCheck: setDifferent,
      }}
      confirm="Split"
      onClose={onClose}
    >
      {here?.length === 0 ? (
        <Text c="dimmed" fz="sm">
          None of {batch.code} lies here, so there is nothing to split.
        </Text>
      ) : null}
      {parts.map((part, at) => (
        <PartFields
          key={String(at)}
          part={{ ...part, place: part.place ?? only }}
          of={{ at, many: parts.length > 1, places, bySerial }}
          onChange={(to) => change(at, to)}
          onLeave={() => setParts(parts.filter((_, index) => index !== at))}
        />
      ))}
      <AnotherPart onAdd={() => setParts([...parts, empty])} />
    </RepairDialog>
  )
}

const AnotherPart = ({ onAdd }: { onAdd: () => void }) => (
  <div>
    <Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={13} />} onClick={onAdd}>
      Another part
    </Button>
  </div>
)

function partOf({ place, code, quantity, serials }: Part, bySerial: boolean) {
  const named = bySerial ? serialsIn(serials) : []
  const units = bySerial ? named.length : quantity
  if (place === null || units === '' || units === 0) return null
  return {
    place,
    quantity: units,
    ...(bySerial ? { serials: named } : {}),
    ...(code.trim() === '' ? {} : { code: code.trim() }),
  }
}

function useHasSerials(id: string): boolean {
  const serials = useQuery({
    queryKey: ['serials', id, 'any'],
    queryFn: () => answerOf(api.GET('/v1/batches/{id}/serials', { params: { path: { id }, query: { limit: 1 } } })),
  })
  return (serials.data?.items.length ?? 0) > 0
}

/** Where units of the batch itself lie, not those of batches made of it; null until it is known. */
function usePlaces(id: string): readonly Here[] | null {
  const trace = useQuery({
    queryKey: ['trace', id, 'to split'],
    queryFn: () => answerOf(api.GET('/v1/batches/{id}/trace', { params: { path: { id }, query: { limit: 1 } } })),
  })
  return trace.data?.here.filter((row) => row.batchId === id && row.warehouseId !== null) ?? null
}

type PartFieldsProps = Readonly<{
  part: Part
  of: Readonly<{ at: number; many: boolean; places: readonly Here[]; bySerial: boolean }>
  onChange: (to: Partial<Part>) => void
  onLeave: () => void
}>

function PartFields({ part, of: { at, many, places, bySerial }, onChange, onLeave }: PartFieldsProps) {
  const here = places.find(({ placeId }) => placeId === part.place)
  const label = (what: string) => (many ? `Part ${at + 1}: ${what.toLowerCase()}` : what)
  return (
    <Stack gap="xs">
      <Select
        label={label('Where they lie')}
        required
        data={places.map(({ placeId, warehouseCode, placeCode, onHand }) => ({
          value: placeId,
          label: `${warehouseCode} ${placeCode} · ${quantityText(onHand)}`,
        }))}
        value={part.place}
        onChange={(place) => onChange({ place })}
      />
      <Group grow align="flex-start">
        <TextInput
          label={label('New code')}
          description="Empty: one is made"
          maxLength={80}
          autoComplete="off"
          spellCheck={false}
          data-autofocus={at === 0 || undefined}
          value={part.code}
          onChange={(event) => onChange({ code: event.currentTarget.value })}
        />
        <Units part={part} label={label(bySerial ? 'Serials' : 'Units')} of={{ here, bySerial }} onChange={onChange} />
      </Group>
      {many ? (
        <Group justify="flex-end">
          <ActionIcon aria-label={`Take part ${at + 1} away`} size={30} onClick={onLeave}>
            <IconTrash size={15} />
          </ActionIcon>
        </Group>
      ) : null}
    </Stack>
  )
}

type UnitsProps = Readonly<{
  part: Part
  label: string
  of: Readonly<{ here: Here | undefined; bySerial: boolean }>
  onChange: (to: Partial<Part>) => void
}>

/** How many; of units with serials, which. */
function Units({ part, label, of: { here, bySerial }, onChange }: UnitsProps) {
  const lie = here ? `${quantityText(here.onHand)} lie there` : 'Choose where first'
  if (bySerial)
    return (
      <SerialsInput
        label={label}
        description={lie}
        required
        value={part.serials}
        onChange={(serials) => onChange({ serials })}
      />
    )
  return (
    <QuantityInput
      label={label}
      description={lie}
      required
      {...(here ? { max: here.onHand } : {})}
      value={part.quantity}
      onChange={(quantity) => onChange({ quantity })}
    />
  )
}
