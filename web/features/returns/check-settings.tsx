import { Button, Group, Stack, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, api, intent } from '../../api/client.ts'
import type { PutBody } from '../../api/types.ts'
import { May, useMay } from '../../shared/may.tsx'
import { Section } from '../../shared/page.tsx'
import { Loaded, ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { linesOf, WordList } from '../../shared/word-list.tsx'

type Checklist = PutBody<'/v1/return-checklists'>

/** What is looked at when goods come back, for all products and for a category of its own. */
export function CheckSettings() {
  const [fresh, setFresh] = useState('')
  const lists = useQuery({
    queryKey: ['return-checklists'],
    queryFn: () => answerOf(api.GET('/v1/return-checklists')),
  })
  return (
    <Section title="What is looked at when goods come back">
      <Loaded of={lists}>
        {({ items }) => (
          <Stack gap="lg">
            {items.map((list) => (
              <Checks key={JSON.stringify(list)} kept={list} />
            ))}
            <May to="change account">
              <Stack gap="sm">
                <TextInput
                  label="A category with checks of its own"
                  maw={360}
                  value={fresh}
                  onChange={(event) => setFresh(event.currentTarget.value)}
                />
                {fresh.trim() === '' || items.some(({ category }) => category === fresh.trim()) ? null : (
                  <Checks key={fresh} kept={{ category: fresh.trim(), checks: [] }} onKept={() => setFresh('')} />
                )}
              </Stack>
            </May>
          </Stack>
        )}
      </Loaded>
    </Section>
  )
}

type ChecksProps = Readonly<{ kept: Checklist; onKept?: () => void }>

function Checks({ kept: { category, checks }, onKept }: ChecksProps) {
  const may = useMay('change account')
  const [text, setText] = useState(checks.join('\n'))
  const whose = category === '' ? 'all products' : `category ${category}`
  const change = useWrite(
    (body: Checklist, key) => answerOf(api.PUT('/v1/return-checklists', { body, headers: intent(key) })),
    () => {
      notifications.show({ message: `The checks of ${whose} are kept.` })
      onKept?.()
    },
  )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        change.send({ category, checks: linesOf(text) })
      }}
    >
      <Stack gap="sm" maw={520}>
        <WordList label={`Checks of ${whose}`} readOnly={!may} value={text} onChange={setText} />
        <ProblemAlert problem={change.problem} />
        {may ? (
          <Group>
            <Button type="submit" variant="default" loading={change.sending}>
              {`Save the checks of ${whose}`}
            </Button>
          </Group>
        ) : null}
      </Stack>
    </form>
  )
}
