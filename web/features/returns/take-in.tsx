/**
 * web/features/returns/take-in.tsx — goods that came back are put away: into the batch they were sent from, at first where
 * somebody looks at them.
 */
import { Button, Group, Kbd, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useRef } from 'react'
import { answerOf, api, intent } from '../../api/client.ts'
import type { Return } from '../../api/types.ts'
import { enterGoesOn, useFirstStep } from '../../shared/enter-goes-on.ts'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { Section } from '../../shared/page.tsx'
import { Loading, ProblemAlert } from '../../shared/states.tsx'
import { useLastWarehouse } from '../../shared/use-last-warehouse.ts'
import { useWarehouses } from '../../shared/use-warehouses.ts'
import { useWrite } from '../../shared/use-write.ts'
import { WarehouseSelect } from '../../shared/warehouse-select.tsx'
import { AllTheSame } from './all-the-same.tsx'
import { TakeInLine } from './take-in-line.tsx'
import {
  backLine,
  bodyOf,
  initialLines,
  problemsOf,
  sentLines,
  type TakeIn,
  type TakeInForm,
  type TakeInValues,
} from './take-in-values.ts'

export function TakeInSection({ found }: { found: Return }) {
  const last = useLastWarehouse()
  return (
    <Section title="Take in what is here">
      {/* Begun anew once something of it came: what is out is another then. */}
      {last.ready ? <FormShown key={String(sum(found))} found={found} warehouse={last.code} /> : <Loading />}
    </Section>
  )
}

const sum = ({ lines }: Return) => lines.reduce((total, { returned }) => total + returned, 0)

function FormShown({ found, warehouse }: { found: Return; warehouse: string | null }) {
  const form = useForm<TakeInValues>({
    initialValues: { warehouse, lines: initialLines(found) },
    validate: { warehouse: (code) => (code === null ? 'Choose where it is.' : null) },
  })
  const within = useRef<HTMLFormElement>(null)
  const submit = useRef<HTMLButtonElement>(null)
  const takeIn = useTakingIn(found.id)
  const elsewhere = useFieldProblems(form, takeIn.problem, (problem) => problemsOf(problem, form.values.lines))
  useFirstStep(within)
  return (
    <form
      ref={within}
      onSubmit={form.onSubmit((values) => takeIn.send(bodyOf(values)))}
      onKeyDown={(event) => enterGoesOn(event, () => submit.current?.focus())}
    >
      <Stack gap="md">
        <WarehouseSelect
          required
          placeholder="Which one?"
          maw={260}
          {...form.getInputProps('warehouse')}
          {...(warehouse === null ? { 'data-step': 'warehouse' } : {})}
        />
        <Lines form={form} found={found} />
        <ProblemAlert problem={elsewhere} />
        <AllTheSame of={takeIn} onSend={(why) => takeIn.send({ ...bodyOf(form.values), ...why })} />
        <Group gap="md">
          <Button
            ref={submit}
            type="submit"
            loading={takeIn.sending}
            disabled={sentLines(form.values.lines).length === 0}
          >
            Take in
          </Button>
          <Text c="dimmed" fz="sm" visibleFrom="sm">
            <Kbd size="xs">Enter</Kbd> next field · <Kbd size="xs">Ctrl Enter</Kbd> take in
          </Text>
        </Group>
      </Stack>
    </form>
  )
}

function Lines({ form, found }: { form: TakeInForm; found: Return }) {
  const { lines, warehouse } = form.values
  const warehouseId = useWarehouses().data?.find(({ code }) => code === warehouse)?.id
  return lines.map(({ key, line }, index) => {
    const announced = found.lines.find(({ lineNo }) => lineNo === line)
    return announced ? (
      <TakeInLine
        key={key}
        form={form}
        index={index}
        announced={announced}
        warehouseId={warehouseId}
        onAnother={() => form.insertListItem('lines', backLine(announced, ''), index + 1)}
      />
    ) : null
  })
}

function useTakingIn(id: string) {
  const { remember } = useLastWarehouse()
  return useWrite(
    (body: TakeIn, key) =>
      answerOf(api.POST('/v1/returns/{id}/receipts', { params: { path: { id } }, body, headers: intent(key) })),
    ({ number, closedAt }, { warehouse }) => {
      remember(warehouse)
      const rest = closedAt === null ? 'More of it is still to come.' : 'All of it is here.'
      notifications.show({ message: `${number}: it is taken in. ${rest}`, color: 'leaf' })
    },
  )
}
