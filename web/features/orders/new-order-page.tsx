import { Button, Group, Kbd, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { answerOf, api, intent } from '../../api/client.ts'
import { enterGoesOn, useFirstStep } from '../../shared/enter-goes-on.ts'
import { atLines, useFieldProblems } from '../../shared/form-problem.ts'
import { Page } from '../../shared/page.tsx'
import { ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { OrderFields } from './order-fields.tsx'
import { addLine, OrderLineFields } from './order-line-fields.tsx'
import { bodyOf, initialValues, type NewOrder, sentLines } from './order-values.ts'

export function NewOrderPage() {
  const form = useForm({ initialValues: initialValues() })
  const within = useRef<HTMLFormElement>(null)
  const navigate = useNavigate()
  const place = useWrite(
    (body: NewOrder, key) => answerOf(api.POST('/v1/orders', { body, headers: intent(key) })),
    ({ id }) => void navigate({ to: '/orders/$ref', params: { ref: id } }),
  )
  const elsewhere = useFieldProblems(form, place.problem, (problem) => atLines(problem, sentLines(form.values.lines)))
  useFirstStep(within)
  return (
    <Page title="Enter an order" back={{ to: '/orders', label: 'Orders' }}>
      <form
        ref={within}
        onSubmit={form.onSubmit((values) => place.send(bodyOf(values)))}
        onKeyDown={(event) => enterGoesOn(event, () => addLine(form, within.current))}
      >
        <OrderFields form={form} />
        <OrderLineFields form={form} within={within} />
        <Stack gap="md">
          <ProblemAlert problem={elsewhere} />
          <Group gap="md">
            <Button type="submit" loading={place.sending}>
              Place the order
            </Button>
            <Text c="dimmed" fz="sm" visibleFrom="sm">
              <Kbd size="xs">Enter</Kbd> next field · <Kbd size="xs">Ctrl Enter</Kbd> place the order
            </Text>
          </Group>
        </Stack>
      </form>
    </Page>
  )
}
