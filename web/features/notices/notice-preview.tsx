/**
 * web/features/notices/notice-preview.tsx — the notice as a real recipient will read it; nothing is sent by looking.
 */
import { Group, Modal, Select, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Audience, audiences, type Language, languages } from '#domain/notices/choices.ts'
import { answerOf, api, given } from '../../api/client.ts'
import type { NoticeOverview } from '../../api/types.ts'
import { audienceWords, languageWords } from '../../shared/audience-words.ts'
import { May } from '../../shared/may.tsx'
import { Loaded } from '../../shared/states.tsx'
import classes from './notices.module.css'
import { SayAudience } from './say-audience.tsx'

type PreviewProps = Readonly<{ recallRef: string; of: NoticeOverview; onClose: () => void }>

export function NoticePreview({ recallRef: ref, of, onClose }: PreviewProps) {
  const [audience, setAudience] = useState<Audience | null>(null)
  const [language, setLanguage] = useState<Language | null>(null)
  const preview = useQuery({
    queryKey: ['recall', ref, 'notice-preview', audience, language],
    queryFn: () =>
      answerOf(
        api.GET('/v1/recalls/{ref}/notice-preview', {
          params: { path: { ref }, query: given({ audience, language }) },
        }),
      ),
  })
  return (
    <Modal opened onClose={onClose} title="The notice" size="lg">
      <May to="recall">
        <SayAudience recallRef={ref} of={of} />
      </May>
      <Group mb="md" grow>
        <Select
          label="For"
          placeholder="the first recipient"
          clearable
          data={audiences.map((value) => ({ value, label: audienceWords[value] }))}
          value={audience}
          onChange={(value) => setAudience(value as Audience | null)}
        />
        <Select
          label="In"
          placeholder="their language"
          clearable
          data={languages.map((value) => ({ value, label: languageWords[value] }))}
          value={language}
          onChange={(value) => setLanguage(value as Language | null)}
        />
      </Group>
      <Loaded of={preview} rows={10}>
        {({ subject, passages }) => <NoticeText subject={subject} passages={passages} />}
      </Loaded>
    </Modal>
  )
}

type Passages = readonly Readonly<{ heading: string | null; lines: readonly string[] }>[]

type TextProps = Readonly<{ subject: string; passages: Passages; level?: 1 | 3 }>

export function NoticeText({ subject, passages, level = 3 }: TextProps) {
  return (
    <article>
      <Title order={level} fz="lg" className={classes.subject}>
        {subject}
      </Title>
      {passages.map(({ heading, lines }) => (
        <section key={`${heading} ${lines[0]}`} className={classes.passage}>
          {heading === null ? null : <Text fw={650}>{heading}</Text>}
          {lines.map((line) => (
            <Text key={line}>{line}</Text>
          ))}
        </section>
      ))}
    </article>
  )
}
