/**
 * web/features/rules/edit-rule-page.tsx — a rule is entered, what it would change is shown, and only then can it be put in
 * force. A changed rule is a new one in the place of the old.
 */
import { Button, Group, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { answerOf, api, intent } from '../../api/client.ts'
import { asProblem } from '../../api/problem.ts'
import type { NewRule } from '../../api/types.ts'
import { isoDayInWords } from '../../shared/date-text.tsx'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { Page, Section } from '../../shared/page.tsx'
import { SeeFirst } from '../../shared/see-first.tsx'
import { Loaded, Loading, ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { BatchSettings } from './rule-batches.tsx'
import { NameFields, WhomFields } from './rule-fields.tsx'
import { PreviewNote, RulePreviewShown } from './rule-preview.tsx'
import { RoutingSettings } from './rule-routing.tsx'
import { LifeSettings, OrderSettings } from './rule-settings.tsx'
import { atRuleFields, bodyOf, newRuleValues, type RuleValues } from './rule-values.ts'
import { whichWins } from './rule-words.ts'
import { useRulePreview } from './use-rule-preview.ts'
import { useRuleValues } from './use-rule-values.ts'

export function NewRulePage() {
  return (
    <Page title="Add a rule" back={{ to: '/rules', label: 'Rules' }}>
      <RuleEditor initial={newRuleValues} replaces={null} />
    </Page>
  )
}

export function ReplaceRulePage({ id }: { id: string }) {
  const values = useRuleValues(id)
  return (
    <Page
      title={values.data ? `Change rule “${values.data.name}”` : 'Change a rule'}
      about="The new rule takes the place of the old one, which ends the day before"
      back={{ to: `/rules/${id}`, label: 'Rule' }}
    >
      <Loaded of={values} rows={10}>
        {(got) => <RuleEditor initial={got} replaces={id} />}
      </Loaded>
    </Page>
  )
}

type EditorProps = Readonly<{ initial: RuleValues; replaces: string | null }>

function RuleEditor({ initial, replaces }: EditorProps) {
  const form = useForm<RuleValues>({ initialValues: initial })
  const [asked, setAsked] = useState<NewRule | null>(null)
  const preview = useRulePreview(asked === null ? null : { rule: asked })
  const elsewhere = useFieldProblems(form, preview.error ? asProblem(preview.error) : null, atRuleFields)
  const isShown = asked !== null && JSON.stringify(asked) === JSON.stringify(bodyOf(form.values, replaces))
  const see = (values: RuleValues) => {
    setAsked(bodyOf(values, replaces))
    if (isShown) void preview.refetch()
  }
  return (
    <>
      <form onSubmit={form.onSubmit(see)}>
        <NameFields form={form} isNew={replaces === null} />
        <WhomFields form={form} />
        <LifeSettings form={form} />
        <OrderSettings form={form} />
        <BatchSettings form={form} />
        <RoutingSettings form={form} />
        <SeeFirst isShown={isShown} preview={preview} problem={elsewhere}>
          See what it changes
        </SeeFirst>
      </form>
      {isShown && !preview.error ? <Force asked={asked} preview={preview} /> : null}
      <Text fz="sm" c="dimmed" maw={760}>
        {whichWins}
      </Text>
    </>
  )
}

type ForceProps = Readonly<{ asked: NewRule; preview: ReturnType<typeof useRulePreview> }>

function Force({ asked, preview }: ForceProps) {
  const navigate = useNavigate()
  const shown = useRef<HTMLDivElement>(null)
  const isThere = preview.data !== undefined
  useEffect(() => {
    if (isThere) shown.current?.scrollIntoView({ block: 'nearest' })
  }, [isThere])
  const force = useWrite(
    (body: NewRule, key) => answerOf(api.POST('/v1/rules', { body, headers: intent(key) })),
    ({ id, name, state, validFrom }) => {
      const begins = state === 'future' ? `holds from ${isoDayInWords(validFrom)}` : 'is in force'
      notifications.show({ message: `“${name}” ${begins}. What is promised is held against it within seconds.` })
      void navigate({ to: '/rules/$id', params: { id } })
    },
  )
  return (
    <Section title="What it changes">
      {preview.data ? (
        <Stack gap="md" ref={shown} style={{ scrollMargin: '110px 0 100px' }}>
          <RulePreviewShown preview={preview.data} />
          <ProblemAlert problem={force.problem} />
          <Group gap="md">
            <Button loading={force.sending} onClick={() => force.send(asked)}>
              Put the rule in force
            </Button>
            <PreviewNote />
          </Group>
        </Stack>
      ) : (
        <Loading rows={4} />
      )}
    </Section>
  )
}
