/**
 * web/features/access/sign-in-phone.tsx — at the desk: the code by which a phone is signed in as the same person, and where that person is signed in.
 */
import { Button, Modal, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { phoneCodeText } from '#domain/phone-code.ts'
import { answerOf, api } from '../../api/client.ts'
import type { Made } from '../../api/types.ts'
import { clockTime } from '../../shared/date-text.tsx'
import { ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { OwnSessions } from './own-sessions.tsx'
import classes from './sign-in-phone.module.css'

type Code = Made<'/v1/phone-codes'>

export function SignInPhone({ onClose }: { onClose: () => void }) {
  const making = useWrite((_: null) => answerOf(api.POST('/v1/phone-codes')))
  const { answer: code, problem, sending, send } = making
  // biome-ignore lint/correctness/useExhaustiveDependencies: one code as it is opened
  useEffect(() => send(null), [])
  const over = useIsOver(code?.expiresAt ?? null)
  return (
    <Modal opened onClose={onClose} title="Sign in a phone">
      <Stack gap="md">
        <Text>
          Point the camera of the phone at the picture, or open <b>{`${window.location.host}/phone`}</b> there and type
          the code. Whoever has it is signed in as you: show it to nobody else.
        </Text>
        <ProblemAlert problem={problem} />
        {code && !over ? <Shown code={code} /> : null}
        {over ? (
          <div className={classes.over}>
            <Text fw={600}>This code is over.</Text>
            <Button loading={sending} onClick={() => send(null)}>
              Make a new one
            </Button>
          </div>
        ) : null}
        <OwnSessions />
      </Stack>
    </Modal>
  )
}

/** Asked of the clock each second, as the code may end while it is looked at. */
function useIsOver(expiresAt: string | null): boolean {
  const asked = useQuery({
    queryKey: ['is-over', expiresAt],
    queryFn: () => expiresAt !== null && Date.parse(expiresAt) <= Date.now(),
    refetchInterval: 1_000,
    staleTime: 0,
    gcTime: 0,
  })
  return asked.data ?? false
}

function Shown({ code: { code, qr, expiresAt } }: { code: Code }) {
  return (
    <div className={classes.shown}>
      <Picture qr={qr} />
      <div className={classes.words}>
        <div className={classes.code}>{phoneCodeText(code)}</div>
        <Text c="dimmed" fz="sm">
          Signs in one phone, until {clockTime(new Date(expiresAt))}.
        </Text>
      </div>
    </div>
  )
}

/** White around it as readers need, also where the screen is dark. */
function Picture({ qr: { side, dark } }: Pick<Code, 'qr'>) {
  const squares = [...dark]
    .map((one, at) => (one === '1' ? `M${at % side} ${Math.floor(at / side)}h1v1h-1z` : ''))
    .join('')
  return (
    <svg
      className={classes.picture}
      viewBox={`-4 -4 ${side + 8} ${side + 8}`}
      role="img"
      aria-label="QR code of the link"
    >
      <path d={squares} fill="#000" shapeRendering="crispEdges" />
    </svg>
  )
}
