/**
 * web/features/recalls/change-texts-page.tsx — what a recall says of itself is put right; what is meant is not touched.
 */
import { Button, Group, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useNavigate } from '@tanstack/react-router'
import { answerOf, api, intent } from '../../api/client.ts'
import type { ChangeBody, Recall } from '../../api/types.ts'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { Page } from '../../shared/page.tsx'
import { Loaded, ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { ClassChoice, noTexts, TextFields } from './text-fields.tsx'
import { useRecall } from './use-recall.ts'

export function ChangeTextsPage({ recallRef }: { recallRef: string }) {
  const found = useRecall(recallRef)
  return (
    <Page
      title={found.data ? `Change ${found.data.number}` : 'Change a recall'}
      about="What is meant is widened or narrowed on a page of its own"
      back={{ to: `/recalls/${recallRef}`, label: found.data?.number ?? 'Recall' }}
    >
      <Loaded of={found}>{(recall) => <Form recall={recall} />}</Loaded>
    </Page>
  )
}

function Form({ recall: { id, number, kind, title, reason, hazard, class: of } }: { recall: Recall }) {
  const form = useForm({ initialValues: { ...noTexts, title, reason, hazard: hazard ?? '', class: of } })
  const navigate = useNavigate()
  const change = useWrite(
    (body: ChangeBody<'/v1/recalls/{id}'>, key) =>
      answerOf(api.PATCH('/v1/recalls/{id}', { params: { path: { id } }, body, headers: intent(key) })),
    () => void navigate({ to: '/recalls/$ref', params: { ref: number } }),
  )
  const elsewhere = useFieldProblems(form, change.problem)
  const send = (values: typeof form.values) =>
    change.send({
      title: values.title.trim(),
      reason: values.reason.trim(),
      hazard: values.hazard.trim() || null,
      class: values.class,
    })
  return (
    <form onSubmit={form.onSubmit(send)}>
      <Stack gap="md" maw={640}>
        <TextFields form={form} />
        {kind === 'recall' ? <ClassChoice form={form} /> : null}
        <ProblemAlert problem={elsewhere} />
        <Group>
          <Button type="submit" size="md" loading={change.sending} disabled={!form.isDirty()}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
