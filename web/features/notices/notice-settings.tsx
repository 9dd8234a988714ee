/**
 * web/features/notices/notice-settings.tsx — how customers are told of a recall: language, contact, when the silent are asked again, how long names are kept.
 */
import { Button, Group, NumberInput, Select, SimpleGrid, Stack, Switch, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { audiences, languages } from '#domain/notices/choices.ts'
import { answerOf, api, intent } from '../../api/client.ts'
import type { NoticeSetting } from '../../api/types.ts'
import { audienceWords, languageWords } from '../../shared/audience-words.ts'
import { useMay } from '../../shared/may.tsx'
import { Section } from '../../shared/page.tsx'
import { Loaded, ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'

export function NoticeSettings() {
  const setting = useQuery({
    queryKey: ['notice-settings'],
    queryFn: () => answerOf(api.GET('/v1/notice-settings')),
  })
  return (
    <Section title="How customers are told">
      <Loaded of={setting} rows={4}>
        {(kept) => <Form key={JSON.stringify(kept)} kept={kept} />}
      </Loaded>
    </Section>
  )
}

function Form({ kept }: { kept: NoticeSetting }) {
  const may = useMay('change account')
  const [now, setNow] = useState(kept)
  const set = (part: Partial<NoticeSetting>) => setNow({ ...now, ...part })
  const save = useWrite(
    (body: NoticeSetting, key) => answerOf(api.PUT('/v1/notice-settings', { body, headers: intent(key) })),
    () => notifications.show({ message: 'Kept. The next notice is written so.' }),
  )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save.send({ ...now, contact: now.contact?.trim() || null })
      }}
    >
      <Stack gap="sm">
        <Choices now={now} set={set} may={may} />
        <ContactAndSecond now={now} set={set} may={may} />
        <ProblemAlert problem={save.problem} />
        {may ? (
          <Group>
            <Button type="submit" loading={save.sending}>
              Save how customers are told
            </Button>
          </Group>
        ) : null}
      </Stack>
    </form>
  )
}

type PartProps = Readonly<{ now: NoticeSetting; set: (part: Partial<NoticeSetting>) => void; may: boolean }>

const Choices = ({ now, set, may }: PartProps) => (
  <SimpleGrid cols={{ base: 1, xs: 2 }}>
    <Select
      label="Language, where a customer has none"
      disabled={!may}
      allowDeselect={false}
      data={languages.map((value) => ({ value, label: languageWords[value] }))}
      value={now.language}
      onChange={(language) => set({ language: language as NoticeSetting['language'] })}
    />
    <Select
      label="Customers are told as"
      disabled={!may}
      allowDeselect={false}
      data={audiences.map((value) => ({ value, label: audienceWords[value] }))}
      value={now.audience}
      onChange={(audience) => set({ audience: audience as NoticeSetting['audience'] })}
    />
    <NumberInput
      label="Silent after"
      suffix=" days"
      min={1}
      max={90}
      allowDecimal={false}
      disabled={!may}
      value={now.silentDays}
      onChange={(days) => set({ silentDays: Number(days) })}
    />
    <NumberInput
      label="Names and addresses are erased"
      suffix=" days after the end"
      min={1}
      max={7300}
      allowDecimal={false}
      disabled={!may}
      value={now.retentionDays}
      onChange={(days) => set({ retentionDays: Number(days) })}
    />
  </SimpleGrid>
)

const ContactAndSecond = ({ now, set, may }: PartProps) => (
  <>
    <TextInput
      label="How customers reach you"
      description="Stands in every notice: a phone number, an e-mail address"
      maxLength={300}
      disabled={!may}
      value={now.contact ?? ''}
      onChange={(event) => set({ contact: event.currentTarget.value })}
    />
    <Switch
      label="The silent are mailed a second time by themselves"
      description="Otherwise the room of the recall proposes it, and a person sends it"
      disabled={!may}
      checked={now.againByItself}
      onChange={(event) => set({ againByItself: event.currentTarget.checked })}
    />
  </>
)
