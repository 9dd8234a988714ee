import { Alert, Group, Text } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import { capital } from '../../shared/capital.ts'
import { InstantText } from '../../shared/date-text.tsx'
import { DaysLeft } from '../../shared/days-left.tsx'
import { AlertState, stepWords } from './alert-words.tsx'
import { AnswerAlert } from './answer-alert.tsx'

/** At the top of a batch that comes to its last day; snoozed as well, and nothing where nobody was told. */
export function AlertOfBatch({ batch }: { batch: string }) {
  const { data } = useQuery({
    queryKey: ['alerts', 'of', batch],
    queryFn: async () => {
      const [open, snoozed] = await Promise.all([
        answerOf(api.GET('/v1/alerts', { params: { query: { batch } } })),
        answerOf(api.GET('/v1/alerts', { params: { query: { batch, state: 'snoozed' } } })),
      ])
      return [...open.items, ...snoozed.items][0] ?? null
    },
  })
  if (!data) return null
  return (
    <Alert
      color={data.stepDays === 0 ? 'brick' : 'saffron'}
      variant="light"
      mb={18}
      icon={<IconBell size={18} />}
      styles={{ message: { color: 'var(--mantine-color-text)' } }}
    >
      <Group justify="space-between" gap="sm">
        <Text component="div">
          <DaysLeft daysLeft={data.daysLeft} expiresOn={data.expiresOn} /> {capital(stepWords(data.stepDays))} since{' '}
          <InstantText at={data.raisedAt} />. <AlertState of={data} />
        </Text>
        <AnswerAlert alert={data} />
      </Group>
    </Alert>
  )
}
