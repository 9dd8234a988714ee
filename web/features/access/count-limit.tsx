import { Button, Group, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { moneyText } from '#domain/money.ts'
import { answerOf, api, intent } from '../../api/client.ts'
import type { Account } from '../../api/types.ts'
import { useMay } from '../../shared/may.tsx'
import { MoneyInput } from '../../shared/money-input.tsx'
import { ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'

/** What a difference may be worth that whoever counted books himself; the owner sets it. */
export function CountLimit({ account: { countLimit, currency } }: { account: Account }) {
  const may = useMay('set limits')
  const [limit, setLimit] = useState<number | null>(countLimit)
  const change = useWrite(
    (to: number | null, key) => answerOf(api.PATCH('/v1/account', { body: { countLimit: to }, headers: intent(key) })),
    ({ countLimit: now }) => notifications.show({ message: effect(now, currency) }),
  )
  const send = (event: { preventDefault(): void }) => {
    event.preventDefault()
    change.send(limit)
  }
  return (
    <form onSubmit={send}>
      <Stack gap="sm" maw={520}>
        <MoneyInput
          label="Approved by somebody else above"
          description={effect(limit, currency)}
          placeholder="No limit"
          readOnly={!may}
          value={limit ?? ''}
          onChange={(minor) => {
            change.forget()
            setLimit(minor === '' ? null : Number(minor))
          }}
        />
        <ProblemAlert problem={change.problem} />
        {may ? (
          <Group>
            <Button type="submit" loading={change.sending} disabled={limit === countLimit}>
              Save the limit
            </Button>
          </Group>
        ) : null}
      </Stack>
    </form>
  )
}

const effect = (limit: number | null, currency: string) =>
  limit === null
    ? 'Whoever counts may book what differs, whatever it is worth.'
    : `A difference worth more than ${moneyText({ currency, amount: limit })}, or of unknown cost, is booked by a manager or owner who did not count it.`
