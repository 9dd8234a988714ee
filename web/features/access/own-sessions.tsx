/**
 * web/features/access/own-sessions.tsx — where the person is signed in; what was lost or lent is signed out from here.
 */
import { Button, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api, intent } from '../../api/client.ts'
import type { OwnSession } from '../../api/types.ts'
import { InstantText } from '../../shared/date-text.tsx'
import { Loaded, ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import classes from './sign-in-phone.module.css'

export function OwnSessions() {
  const sessions = useQuery({ queryKey: ['me', 'sessions'], queryFn: () => answerOf(api.GET('/v1/me/sessions')) })
  return (
    <section aria-label="Where you are signed in">
      <Text fw={600} mb={4}>
        Where you are signed in
      </Text>
      <Loaded of={sessions} rows={2}>
        {({ items }) => (
          <ul className={classes.sessions}>
            {items.map((session) => (
              <Session key={session.id} session={session} />
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  )
}

function Session({ session: { id, openedBy, createdAt, current } }: { session: OwnSession }) {
  const end = useWrite((_: null, key) =>
    answerOf(api.DELETE('/v1/me/sessions/{id}', { params: { path: { id } }, headers: intent(key) })),
  )
  return (
    <li className={classes.session}>
      <div>
        <div>{current ? 'Here' : openedBy === 'code' ? 'Phone, by a code' : 'Browser, by password'}</div>
        <Text fz="sm" c="dimmed" component="div">
          since <InstantText at={createdAt} />
        </Text>
        <ProblemAlert problem={end.problem} />
      </div>
      {current ? null : (
        <Button size="xs" variant="default" loading={end.sending} onClick={() => end.send(null)}>
          Sign out there
        </Button>
      )}
    </li>
  )
}
