/**
 * web/features/recalls/change-scope-page.tsx — more or less is meant: the same sentences, and why.
 */
import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { answerOf, api, intent } from '../../api/client.ts'
import type { NewBody, Recall, RecallScope } from '../../api/types.ts'
import { Page, Section } from '../../shared/page.tsx'
import { Loaded, ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { AddPart, useAddPart } from './add-part.tsx'
import { noScope } from './scope-in.ts'
import { ScopeList } from './scope-list.tsx'
import { useRecall } from './use-recall.ts'

export function ChangeScopePage({ recallRef }: { recallRef: string }) {
  const found = useRecall(recallRef)
  return (
    <Page
      title={found.data ? `Widen or narrow ${found.data.number}` : 'Widen or narrow'}
      about={found.data?.title}
      back={{ to: `/recalls/${recallRef}`, label: found.data?.number ?? 'Recall' }}
    >
      <Loaded of={found}>{(recall) => <Form recall={recall} />}</Loaded>
    </Page>
  )
}

function useChange({ id, number }: Pick<Recall, 'id' | 'number'>) {
  const navigate = useNavigate()
  return useWrite(
    (body: NewBody<'/v1/recalls/{id}/versions'>, key) =>
      answerOf(api.POST('/v1/recalls/{id}/versions', { params: { path: { id } }, body, headers: intent(key) })),
    () => void navigate({ to: '/recalls/$ref', params: { ref: number } }),
  )
}

const consequenceOf = (state: Recall['state']): string =>
  state === 'running'
    ? 'What is added is held at once, and what is taken out is free at once.'
    : 'Nothing is touched before the recall is started.'

function Form({ recall: { id, number, state, versions } }: { recall: Recall }) {
  const before = versions.at(-1)?.scope ?? noScope
  const [scope, setScope] = useState<RecallScope>(before)
  const [reason, setReason] = useState('')
  const change = useChange({ id, number })
  const part = useAddPart()
  const isSame = JSON.stringify(scope) === JSON.stringify(before) && !part.isTyped
  const send = (event: { preventDefault(): void }) => {
    event.preventDefault()
    const meantNow = part.whole(scope)
    if (meantNow) change.send({ scope: meantNow, reason: reason.trim() })
  }
  return (
    <form onSubmit={send}>
      <Section title="What is meant">
        <Stack gap="md">
          <ScopeList scope={scope} onChange={setScope} />
          <AddPart scope={scope} onChange={setScope} form={part.form} />
        </Stack>
      </Section>
      <Stack gap="md" maw={640}>
        <Textarea
          label="Reason"
          description="Stays with the version"
          required
          autosize
          minRows={2}
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Text c="dimmed" fz="sm">
          {consequenceOf(state)}
        </Text>
        <ProblemAlert problem={change.problem} />
        <Group>
          <Button
            type="submit"
            size="md"
            loading={change.sending}
            disabled={isSame || (scope.parts.length === 0 && !part.isTyped) || reason.trim() === ''}
          >
            Mean this from now on
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
