import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { answerOf, api, intent } from '../../api/client.ts'
import { ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'

export type DateKind = 'produced' | 'best_before' | 'use_by' | 'expiry'
type CorrectKnownDateProps = Readonly<{
  batchId: string
  kind: DateKind
  on: string
  onCorrected: () => void
  onLeave: () => void
}>

/** Replaces the date that was known of a batch by the one on this label; the old one stays in its history. */
export function CorrectKnownDate({ batchId, kind, on, onCorrected, onLeave }: CorrectKnownDateProps) {
  const [reason, setReason] = useState('')
  const correct = useWrite(
    (why: string, key) =>
      answerOf(
        api.POST('/v1/batches/{id}/dates', {
          params: { path: { id: batchId } },
          // Which day it is and which was known stands above: who says why has seen the year.
          body: { kind, on, otherYear: true, reason: why },
          headers: intent(key),
        }),
      ),
    onCorrected,
  )
  return (
    <>
      <Group mt="sm" gap="xs" align="flex-end">
        <TextInput
          label={`Why is ${on} the right date?`}
          flex={1}
          miw={220}
          autoFocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button loading={correct.sending} disabled={reason.trim() === ''} onClick={() => correct.send(reason.trim())}>
          Correct and receive
        </Button>
        <Button variant="default" onClick={onLeave}>
          Leave it
        </Button>
      </Group>
      <ProblemAlert problem={correct.problem} />
    </>
  )
}
