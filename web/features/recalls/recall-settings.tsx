import { Stack, Switch, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api, intent } from '../../api/client.ts'
import { useMay } from '../../shared/may.tsx'
import { Section } from '../../shared/page.tsx'
import { Loaded, ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'

const effect = (twoPeople: boolean) =>
  twoPeople
    ? 'One person approves the start and the end of a recall, another one starts and ends it.'
    : 'Who may recall starts a recall alone, and who may lift holds ends it alone.'

/** The owner says whether one person alone may start and end a recall. */
export function RecallSettings() {
  const may = useMay('set limits')
  const setting = useQuery({
    queryKey: ['recall-settings'],
    queryFn: () => answerOf(api.GET('/v1/recall-settings')),
  })
  const change = useWrite(
    (twoPeople: boolean, key) =>
      answerOf(api.PUT('/v1/recall-settings', { body: { twoPeople }, headers: intent(key) })),
    ({ twoPeople }) => notifications.show({ message: effect(twoPeople) }),
  )
  return (
    <Section title="Recalls">
      <Loaded of={setting} rows={2}>
        {({ twoPeople }) => (
          <Stack gap="sm">
            <Switch
              label="Two people start and end a recall"
              description={effect(twoPeople)}
              checked={twoPeople}
              disabled={!may || change.sending}
              onChange={(event) => change.send(event.currentTarget.checked)}
            />
            {may ? null : <Text c="dimmed">The owner decides this.</Text>}
            <ProblemAlert problem={change.problem} />
          </Stack>
        )}
      </Loaded>
    </Section>
  )
}
