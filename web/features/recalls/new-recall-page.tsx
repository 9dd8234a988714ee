/**
 * web/features/recalls/new-recall-page.tsx — a recall is written down: what is wrong, how bad it is, and what is meant.
 */
import { Button, Group, Radio, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useNavigate } from '@tanstack/react-router'
import { answerOf, api, given, intent } from '../../api/client.ts'
import type { NewRecall, RecallScope } from '../../api/types.ts'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { Page, Section } from '../../shared/page.tsx'
import { ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { AddPart, useAddPart } from './add-part.tsx'
import { DamagedLink } from './damaged-link.tsx'
import { kindsAbout, kindWords, type RecallKind } from './recall-words.tsx'
import { ScopeList } from './scope-list.tsx'
import { ClassChoice, noTexts, TextFields } from './text-fields.tsx'

const initialValues = (scope: RecallScope) => ({ ...noTexts, kind: 'recall' as RecallKind, scope })
type Values = ReturnType<typeof initialValues>

const bodyOf = ({ kind, class: of, title, reason, hazard, scope }: Values): NewRecall => ({
  kind,
  ...(kind === 'recall' ? given({ class: of }) : {}),
  title: title.trim(),
  reason: reason.trim(),
  ...given({ hazard: hazard.trim() }),
  scope,
})

function useRecallForm(scope: RecallScope) {
  return useForm({ initialValues: initialValues(scope) })
}
type Form = ReturnType<typeof useRecallForm>

type PageProps = Readonly<{ scope: RecallScope; damaged?: string | undefined }>

export function NewRecallPage({ scope: meant, damaged }: PageProps) {
  const form = useRecallForm(meant)
  const navigate = useNavigate()
  const draft = useWrite(
    (body: NewRecall, key) => answerOf(api.POST('/v1/recalls', { body, headers: intent(key) })),
    ({ number }) => void navigate({ to: '/recalls/$ref', params: { ref: number } }),
  )
  const elsewhere = useFieldProblems(form, draft.problem)
  const part = useAddPart()
  const { scope } = form.values
  const isNothing = scope.parts.length === 0 && !part.isTyped
  const setScope = (next: RecallScope) => form.setFieldValue('scope', next)
  return (
    <Page
      title="New recall"
      about="Nothing is touched before it is started"
      back={{ to: '/recalls', label: 'Recalls' }}
    >
      <form
        onSubmit={form.onSubmit((values) => {
          const meantNow = part.whole(values.scope)
          if (meantNow) draft.send(bodyOf({ ...values, scope: meantNow }))
        })}
      >
        <WhatIsWrong form={form} />
        <Section title="What is meant">
          <DamagedLink damaged={damaged} scope={meant} />
          <Stack gap="md">
            <ScopeList scope={scope} onChange={setScope} />
            <AddPart scope={scope} onChange={setScope} form={part.form} />
          </Stack>
        </Section>
        <Stack gap="md">
          <ProblemAlert problem={elsewhere} />
          <Group>
            <Button type="submit" size="md" loading={draft.sending} disabled={isNothing}>
              Save the draft
            </Button>
            <Text c="dimmed" fz="sm">
              {isNothing ? 'Add what is meant first.' : 'You see next what it reaches.'}
            </Text>
          </Group>
        </Stack>
      </form>
    </Page>
  )
}

function WhatIsWrong({ form }: { form: Form }) {
  return (
    <Section title="What is wrong">
      <Stack gap="md" maw={640}>
        <TextFields form={form} />
        <Radio.Group label="Kind" {...form.getInputProps('kind')}>
          <Stack gap={8} mt={6}>
            {Object.entries(kindsAbout).map(([kind, about]) => (
              <Radio key={kind} value={kind} label={kindWords[kind as RecallKind]} description={about} />
            ))}
          </Stack>
        </Radio.Group>
        {form.values.kind === 'recall' ? <ClassChoice form={form} /> : null}
      </Stack>
    </Section>
  )
}
