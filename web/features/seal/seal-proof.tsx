/**
 * web/features/seal/seal-proof.tsx — until when what was recorded is sealed, and whether it still is what it was.
 */
import { Button, Code, Stack, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api, intent } from '../../api/client.ts'
import type { SealState } from '../../api/types.ts'
import { InstantText } from '../../shared/date-text.tsx'
import { useMay } from '../../shared/may.tsx'
import { Section } from '../../shared/page.tsx'
import { countOf } from '../../shared/quantity.tsx'
import { Loaded, ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { LastVerification } from './last-verification.tsx'

const askAgainMs = 1000

/** Nothing for those who may not verify. */
export function SealProof() {
  return useMay('verify') ? <Proof /> : null
}

function Proof() {
  const state = useQuery({
    queryKey: ['seal'],
    queryFn: () => answerOf(api.GET('/v1/seal')),
    refetchInterval: ({ state: { data } }) => (isWalking(data) ? askAgainMs : false),
  })
  const verify = useWrite((_: null, key) =>
    answerOf(api.POST('/v1/seal/verifications', { body: {}, headers: intent(key) })),
  )
  const walking = verify.sending || isWalking(state.data)
  return (
    <Section
      title="Seal of what was recorded"
      aside={
        <>
          {state.data?.head ? <CheckpointButton /> : null}
          <Button size="xs" variant="default" loading={walking} onClick={() => verify.send(null)}>
            Verify the seal
          </Button>
        </>
      }
    >
      <Stack gap="sm">
        <Text c="dimmed">
          Each quarter of an hour what was recorded is sealed: every block of facts holds the hash of the one before. A
          changed, removed or slipped-in row breaks the chain. A checkpoint that you keep elsewhere also tells if all of
          it was written anew.
        </Text>
        <ProblemAlert problem={verify.problem} />
        <Loaded of={state} rows={3}>
          {(seal) => (
            <>
              <SealedUntil seal={seal} />
              {seal.lastVerification ? <LastVerification of={seal.lastVerification} /> : null}
            </>
          )}
        </Loaded>
      </Stack>
    </Section>
  )
}

const isWalking = (seal: SealState | undefined): boolean => seal?.lastVerification?.endedAt === null

function CheckpointButton() {
  return (
    <Button
      component="a"
      href="/v1/seal/checkpoint"
      download
      size="xs"
      variant="default"
      leftSection={<IconDownload size={14} />}
    >
      Checkpoint
    </Button>
  )
}

function SealedUntil({ seal: { facts, blocks, head, lookedAt, waiting } }: { seal: SealState }) {
  if (head === null || lookedAt === null)
    return <Text>Nothing is sealed yet; {countOf(waiting, 'fact')} wait for the next quarter of an hour.</Text>
  return (
    <div>
      <Text component="div">
        {countOf(facts, 'fact')} in {countOf(blocks, 'block')}, sealed until <InstantText at={lookedAt} />.{' '}
        {waiting === 0 ? 'None waits.' : `${countOf(waiting, 'fact')} recorded since.`}
      </Text>
      <Text component="div" c="dimmed" mt={6}>
        Head{' '}
        <Code fz="sm" style={{ overflowWrap: 'anywhere' }}>
          {head}
        </Code>
      </Text>
    </div>
  )
}
