/**
 * web/features/notices/wording-settings.tsx — the words of notices, part by part: those built in, or the account's own.
 */
import { Button, Group, Select, SimpleGrid, Stack, Text, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import {
  type Audience,
  audiences,
  type Language,
  languages,
  type Occasion,
  occasions,
} from '#domain/notices/choices.ts'
import { type Part, parts } from '#domain/notices/in-language.ts'
import { answerOf, api, intent } from '../../api/client.ts'
import type { NoticeWording } from '../../api/types.ts'
import { audienceWords, languageWords } from '../../shared/audience-words.ts'
import { InstantText } from '../../shared/date-text.tsx'
import { useMay } from '../../shared/may.tsx'
import { Section } from '../../shared/page.tsx'
import { Loaded, ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'

const occasionWords: Readonly<Record<Occasion, string>> = {
  class_I: 'Recall, class I',
  class_II: 'Recall, class II',
  class_III: 'Recall, class III',
  unclassified: 'Recall, class not decided',
  withdrawal: 'Market withdrawal',
  stock_recovery: 'Stock recovery',
}
const partWords: Readonly<Record<Part, string>> = {
  subject: 'Subject',
  opening: 'Opening',
  stop: 'Stop using or selling',
  act: 'What to do',
  passOn: 'Tell those you supplied',
  closing: 'Closing',
}
type Chosen = Readonly<{ occasion: Occasion; audience: Audience; language: Language }>

export function WordingSettings() {
  const [chosen, setChosen] = useState<Chosen>({ occasion: 'class_II', audience: 'consumer', language: 'en' })
  const wording = useQuery({
    queryKey: ['notice-wordings', chosen],
    queryFn: () => answerOf(api.GET('/v1/notice-wordings', { params: { query: chosen } })),
  })
  const choose = <Name extends keyof Chosen>(name: Name) => ({
    allowDeselect: false,
    value: chosen[name],
    onChange: (value: string | null) => setChosen({ ...chosen, [name]: value as Chosen[Name] }),
  })
  return (
    <Section title="Words of notices">
      <SimpleGrid cols={{ base: 1, xs: 3 }} mb="md">
        <Select
          label="On"
          data={occasions.map((value) => ({ value, label: occasionWords[value] }))}
          {...choose('occasion')}
        />
        <Select
          label="For"
          data={audiences.map((value) => ({ value, label: audienceWords[value] }))}
          {...choose('audience')}
        />
        <Select
          label="In"
          data={languages.map((value) => ({ value, label: languageWords[value] }))}
          {...choose('language')}
        />
      </SimpleGrid>
      <Loaded of={wording} rows={8}>
        {(kept) => <Words key={JSON.stringify([chosen, kept.version])} chosen={chosen} kept={kept} />}
      </Loaded>
    </Section>
  )
}

function Words({ chosen, kept }: Readonly<{ chosen: Chosen; kept: NoticeWording }>) {
  const may = useMay('recall')
  const [now, setNow] = useState(kept.parts)
  const save = useWrite(
    (own: Partial<Record<Part, string | null>>, key) =>
      answerOf(api.PUT('/v1/notice-wordings', { body: { ...chosen, ...own }, headers: intent(key) })),
    () => notifications.show({ message: 'Kept. The next notice is written so.' }),
  )
  const shown = parts.filter((part) => part !== 'passOn' || chosen.audience !== 'consumer')
  const own = Object.fromEntries(shown.map((part) => [part, now[part] === kept.builtIn[part] ? null : now[part]]))
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save.send(own)
      }}
    >
      <Stack gap="sm">
        <Text c="dimmed" fz="sm">
          Product, batches, reason, hazard and the way to answer stand in every notice by themselves, and URGENT where
          the class asks for it. {'{brand}'}, {'{number}'} and {'{title}'} are filled in.
        </Text>
        {shown.map((part) => (
          <Textarea
            key={part}
            label={partWords[part]}
            autosize
            minRows={1}
            readOnly={!may}
            value={now[part]}
            onChange={(event) => setNow({ ...now, [part]: event.currentTarget.value })}
          />
        ))}
        <ProblemAlert problem={save.problem} />
        {may ? (
          <Group>
            <Button type="submit" loading={save.sending}>
              Save these words
            </Button>
            <Button variant="default" onClick={() => setNow(kept.builtIn)}>
              The built-in words
            </Button>
          </Group>
        ) : null}
        <Versions of={kept.versions} />
      </Stack>
    </form>
  )
}

function Versions({ of }: { of: NoticeWording['versions'] }) {
  if (of.length === 0) return <Text fz="sm">These are the built-in words.</Text>
  return (
    <Text fz="sm" component="div">
      {of.map(({ version, madeBy, madeAt }) => (
        <div key={version}>
          Version {version}: {madeBy}, <InstantText at={madeAt} />
        </div>
      ))}
    </Text>
  )
}
