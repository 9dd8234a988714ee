/**
 * web/features/corrective/actions-of-recall.tsx — what a recall showed to be wrong and who puts it right; and what is open, of which nobody was made the owner yet.
 */
import { Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api, given } from '../../api/client.ts'
import { Listing } from '../../shared/listing.tsx'
import { useMay } from '../../shared/may.tsx'
import { Section } from '../../shared/page.tsx'
import { Empty } from '../../shared/states.tsx'
import { usePages } from '../../shared/use-pages.ts'
import { useRecallState } from '../../shared/use-recall-state.ts'
import { AddAction, type ShownBy } from './action-form.tsx'
import { actionColumns } from './action-list.tsx'

/** Of one that was started, also once it has ended. */
export function ActionsOfRecall({ recallRef }: { recallRef: string }) {
  const { state, id } = useRecallState(recallRef)
  if (state !== 'running' && state !== 'ended') return null
  return <Shown by={{ kind: 'recall', id }} />
}

function Shown({ by }: { by: ShownBy }) {
  const pages = usePages(['recall', by.id, 'actions'], (cursor) =>
    answerOf(api.GET('/v1/recalls/{ref}/actions', { params: { path: { ref: by.id }, query: given({ cursor }) } })),
  )
  return (
    <Section title="Corrective actions" aside={<AddAction by={by}>Add an action</AddAction>} flush>
      <Listing
        label="Corrective actions"
        pages={pages}
        columns={actionColumns}
        keyOf={({ id }) => id}
        empty={
          <Empty title="None yet">
            What the recall shows to be wrong gets an owner and a day. A check that finds somebody without the notice
            opens one by itself.
          </Empty>
        }
      />
      <OwedByNobody by={by} known={pages.rows?.map(({ says }) => says) ?? []} />
    </Section>
  )
}

/** Whatever is open can be given to somebody as it is told. */
function OwedByNobody({ by, known }: Readonly<{ by: ShownBy; known: readonly string[] }>) {
  const may = useMay('recall')
  const status = useQuery({
    queryKey: ['recall', by.id, 'status'],
    queryFn: () => answerOf(api.GET('/v1/recalls/{ref}/status', { params: { path: { ref: by.id } } })),
    enabled: may,
  })
  const open = (status.data?.toPutRight ?? []).filter((says) => !known.includes(says))
  if (open.length === 0) return null
  return (
    <Stack gap="xs" p="md">
      <Text fw={600}>Open, and nobody is to put it right</Text>
      {open.map((says) => (
        <Group key={says} justify="space-between" gap="xs">
          <Text style={{ flex: '1 1 240px' }}>{says}</Text>
          <AddAction by={by} says={says}>
            Make it an action
          </AddAction>
        </Group>
      ))}
    </Stack>
  )
}
