/**
 * web/features/notices/say-audience.tsx — customers of whom nothing says whether they are a business: a person says it, for all at once.
 */
import { Alert, Button, Group, Select, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { type Audience, audiences } from '#domain/notices/choices.ts'
import { answerOf, api, intent } from '../../api/client.ts'
import type { NoticeOverview, NoticeRecipient } from '../../api/types.ts'
import { audienceWords, toldAs } from '../../shared/audience-words.ts'
import { type Column, Listing } from '../../shared/listing.tsx'
import { countOf } from '../../shared/quantity.tsx'
import { ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { nameOf, unitsOf } from './notice-words.tsx'
import { useRecipients } from './use-notices.ts'
import { useRecallId } from './use-recall-id.ts'

type SayProps = Readonly<{ recallRef: string; of: NoticeOverview }>

export function SayAudience({ recallRef, of: { audienceUnsaid, audience: usual } }: SayProps) {
  const recall = useRecallId(recallRef)
  const [audience, setAudience] = useState<Audience>(usual)
  const say = useWrite(
    (id: string, key) =>
      answerOf(
        api.POST('/v1/recalls/{id}/audiences', { params: { path: { id } }, body: { audience }, headers: intent(key) }),
      ),
    ({ customers }) =>
      notifications.show({ message: `${countOf(customers, 'customer')}: told as ${toldAs[audience]}, and kept so.` }),
  )
  if (!recall || audienceUnsaid === 0) return null
  return (
    <Alert
      color="saffron"
      mb="md"
      title="Consumer or business?"
      styles={{ message: { color: 'var(--mantine-color-text)' } }}
    >
      <Stack gap="sm">
        <Text>{`Nothing says it of ${countOf(audienceUnsaid, 'customer')}. A business is asked to stop selling and to tell those it supplied.`}</Text>
        <Group align="flex-end">
          <Select
            label="All of these are told as"
            allowDeselect={false}
            data={audiences.map((value) => ({ value, label: audienceWords[value] }))}
            value={audience}
            onChange={(value) => setAudience(value ?? usual)}
          />
          <Button loading={say.sending} onClick={() => say.send(recall.id)}>
            Say so of all
          </Button>
        </Group>
        <ProblemAlert problem={say.problem} />
        <Unsaid recallRef={recallRef} />
      </Stack>
    </Alert>
  )
}

const columns: readonly Column<NoticeRecipient>[] = [
  { title: 'Customer', cell: nameOf },
  { title: 'Got', cell: unitsOf },
  { title: 'Channel', cell: ({ channel }) => channel ?? '–' },
]

function Unsaid({ recallRef }: { recallRef: string }) {
  const pages = useRecipients(recallRef, { list: 'audience' })
  return <Listing label="Not said" pages={pages} columns={columns} keyOf={({ id }) => id} empty={null} />
}
