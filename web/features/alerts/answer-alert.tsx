import { Button, Group } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { answerOf, api, intent } from '../../api/client.ts'
import { asProblem } from '../../api/problem.ts'
import type { ExpiryAlert } from '../../api/types.ts'
import { useMay } from '../../shared/may.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { SnoozeAlert } from './snooze-alert.tsx'

/** Seen with one tap, or quiet until a day; nothing where it is closed. */
export function AnswerAlert({ alert }: { alert: ExpiryAlert }) {
  const [opened, dialog] = useDisclosure(false)
  const may = useMay('answer alerts')
  const seeing = useSeeing(alert)
  if (!may || alert.state === 'closed') return null
  return (
    <Group gap={6} justify="flex-end" wrap="nowrap">
      {alert.state === 'seen' ? null : (
        <Button
          size="compact-sm"
          loading={seeing.sending}
          onClick={seeing.see}
          aria-label={`Seen: batch ${alert.batchCode}`}
        >
          Seen
        </Button>
      )}
      <Button
        size="compact-sm"
        variant="default"
        onClick={dialog.open}
        aria-label={`Snooze the alert of batch ${alert.batchCode}`}
      >
        Snooze
      </Button>
      {opened ? <SnoozeAlert alert={alert} onClose={dialog.close} /> : null}
    </Group>
  )
}

function useSeeing({ id }: ExpiryAlert) {
  const write = useWrite((_: null, key) =>
    answerOf(api.POST('/v1/alerts/{id}/acknowledgement', { params: { path: { id } }, headers: intent(key) })),
  )
  const see = () =>
    void write.sendAndWait(null).catch((error: unknown) => {
      notifications.show({ message: asProblem(error).message, color: 'brick' })
    })
  return { see, sending: write.sending }
}
