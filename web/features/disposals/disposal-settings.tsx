import { Button, Group, SimpleGrid, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, api, intent } from '../../api/client.ts'
import type { Got, PutBody } from '../../api/types.ts'
import { useMay } from '../../shared/may.tsx'
import { Section } from '../../shared/page.tsx'
import { Loaded, ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { linesOf, WordList } from '../../shared/word-list.tsx'

type Choices = Got<'/v1/disposal-choices'>

/** What a disposal is chosen from: why, and how. What was written before keeps its words. */
export function DisposalSettings() {
  const choices = useQuery({
    queryKey: ['disposal-choices'],
    queryFn: () => answerOf(api.GET('/v1/disposal-choices')),
  })
  return (
    <Section title="Disposal">
      <Loaded of={choices}>{(kept) => <Words key={JSON.stringify(kept)} kept={kept} />}</Loaded>
    </Section>
  )
}

function Words({ kept }: { kept: Choices }) {
  const may = useMay('change account')
  const [reasons, setReasons] = useState(kept.reasons.join('\n'))
  const [methods, setMethods] = useState(kept.methods.join('\n'))
  const change = useWrite(
    (body: PutBody<'/v1/disposal-choices'>, key) =>
      answerOf(api.PUT('/v1/disposal-choices', { body, headers: intent(key) })),
    () => notifications.show({ message: 'Kept. What was written before keeps its words.' }),
  )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        change.send({ reasons: linesOf(reasons), methods: linesOf(methods) })
      }}
    >
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <WordList label="Why it is destroyed" readOnly={!may} value={reasons} onChange={setReasons} />
          <WordList label="How it is destroyed" readOnly={!may} value={methods} onChange={setMethods} />
        </SimpleGrid>
        <ProblemAlert problem={change.problem} />
        {may ? (
          <Group>
            <Button type="submit" loading={change.sending}>
              Save reasons and methods
            </Button>
          </Group>
        ) : null}
      </Stack>
    </form>
  )
}
