/**
 * web/features/mocks/new-mock.tsx — which batch is rehearsed: one that is named, or one that is drawn.
 */
import { Box, Button, Group, Radio, Stack } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { answerOf, api, given, intent } from '../../api/client.ts'
import type { Found } from '../../api/types.ts'
import { FoundPicker } from '../../shared/found-picker.tsx'
import { Section } from '../../shared/page.tsx'
import { ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'

type How = 'drawn' | 'named'

export function NewMock() {
  const [how, setHow] = useState<How>('drawn')
  const [found, setFound] = useState<Found | null>(null)
  const navigate = useNavigate()
  const open = useWrite(
    (batch: string | undefined, key) =>
      answerOf(api.POST('/v1/mock-recalls', { body: given({ batch }), headers: intent(key) })),
    ({ number }) => void navigate({ to: '/mock-recalls/$ref', params: { ref: number } }),
  )
  const isReady = how === 'drawn' || found !== null
  return (
    <Section title="New mock recall">
      <Stack gap="md">
        <Radio.Group label="Batch" value={how} onChange={(next) => setHow(next as How)}>
          <Stack gap={8} mt={6}>
            <Radio
              value="drawn"
              label="Draw one"
              description="From all that were shipped in the last year; the draw can be repeated"
            />
            <Radio value="named" label="Name one" />
          </Stack>
        </Radio.Group>
        {how === 'named' ? (
          <Box maw={420}>
            <FoundPicker kind="batch" value={found} onChange={setFound} />
          </Box>
        ) : null}
        <ProblemAlert problem={open.problem} />
        <Group>
          <Button
            loading={open.sending}
            disabled={!isReady}
            onClick={() => open.send(how === 'named' ? found?.id : undefined)}
          >
            Open it
          </Button>
        </Group>
      </Stack>
    </Section>
  )
}
