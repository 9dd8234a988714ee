/**
 * web/features/identifying/places-section.tsx — where goods without batch lie: identify them there, or have the bins counted.
 */
import { Button, Group } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { answerOf, api, intent } from '../../api/client.ts'
import type { Identification } from '../../api/types.ts'
import { type Column, Rows } from '../../shared/listing.tsx'
import { useMay } from '../../shared/may.tsx'
import { Section } from '../../shared/page.tsx'
import { placeText } from '../../shared/place-words.ts'
import { Quantity } from '../../shared/quantity.tsx'
import { Empty, ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { freeToIdentify } from './identify-form.tsx'

type Lying = Identification['places'][number]
type PlacesProps = Readonly<{ path: Identification; onIdentify: ((placeId: string) => void) | null }>

const columns: readonly Column<Lying>[] = [
  {
    title: 'Place',
    cell: ({ placeKind: kind, placeCode: code, warehouseCode }) => placeText({ kind, code, warehouseCode }),
  },
  { title: 'Without a batch', cell: ({ onHand }) => <Quantity of={onHand} />, end: true },
  { title: 'Promised', cell: ({ reserved }) => <Quantity of={reserved} dimZero />, end: true, deskOnly: true },
  { title: 'Picked', cell: ({ picked }) => <Quantity of={picked} dimZero />, end: true, deskOnly: true },
]

export function PlacesSection({ path, onIdentify }: PlacesProps) {
  const { places } = path
  const action: Column<Lying> = {
    title: 'Identify',
    cell: (one) =>
      onIdentify && one.warehouseCode !== null && freeToIdentify(one) > 0 ? (
        <Button size="compact-sm" variant="default" onClick={() => onIdentify(one.placeId)}>
          {`Identify at ${one.placeCode}`}
        </Button>
      ) : null,
    end: true,
  }
  return (
    <Section title="Where it lies" flush aside={path.state === 'open' ? <CountThem path={path} /> : null}>
      {places.length === 0 ? (
        <Empty title="Nothing is left without a batch">What comes back without one is told here again.</Empty>
      ) : (
        <Rows
          rows={places}
          columns={onIdentify ? [...columns, action] : columns}
          keyOf={({ placeId }) => placeId}
          label="Goods without batch"
        />
      )}
    </Section>
  )
}

/** A count of the bins in which it lies, a warehouse at a time. */
function CountThem({ path: { batchId, places } }: { path: Identification }) {
  const may = useMay('count')
  const navigate = useNavigate()
  const counting = useWrite(
    (warehouse: string, key) =>
      answerOf(
        api.POST('/v1/counts', {
          body: { warehouse, of: 'batches', batches: [batchId], blind: false },
          headers: intent(key),
        }),
      ),
    ({ id }) => void navigate({ to: '/counts/$ref', params: { ref: id } }),
  )
  const warehouses = [...new Set(places.flatMap(({ warehouseCode }) => warehouseCode ?? []))]
  if (!may) return null
  return (
    <Group gap="xs">
      {warehouses.map((code) => (
        <Button key={code} size="xs" variant="default" loading={counting.sending} onClick={() => counting.send(code)}>
          {warehouses.length === 1 ? 'Count these bins' : `Count the bins in ${code}`}
        </Button>
      ))}
      <ProblemAlert problem={counting.problem} />
    </Group>
  )
}
