/**
 * web/features/production/make-page.tsx — what did you use, and what did you make of it.
 */
import { Button, Group, Select, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, type RefObject, useRef } from 'react'
import { answerOf, api, intent } from '../../api/client.ts'
import type { NewRun } from '../../api/types.ts'
import { enterGoesOn, goToNewLine } from '../../shared/enter-goes-on.ts'
import { FormLines } from '../../shared/form-lines.tsx'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { Page, Section } from '../../shared/page.tsx'
import { Loading, ProblemAlert } from '../../shared/states.tsx'
import { useLastWarehouse } from '../../shared/use-last-warehouse.ts'
import { useToday } from '../../shared/use-warehouses.ts'
import { useWrite } from '../../shared/use-write.ts'
import { WarehouseSelect } from '../../shared/warehouse-select.tsx'
import { MadeLine } from './made-line.tsx'
import {
  bodyOf,
  codeAskedOf,
  confirmed,
  emptyMade,
  emptyUsed,
  initialValues,
  isUntouched,
  isWasted,
  type MakeForm,
  problemsOf,
} from './make-values.ts'
import { kindWords, runKinds } from './run-words.ts'
import { UsedLine } from './used-line.tsx'

export function MakePage() {
  const last = useLastWarehouse()
  return (
    <Page
      title="Make"
      about="Say what you used and what you made of it: holds and recalls follow from one to the other"
      back={{ to: '/production', label: 'Production' }}
    >
      {last.ready ? <Form warehouse={last.code} /> : <Loading />}
    </Page>
  )
}

function Form({ warehouse }: { warehouse: string | null }) {
  const today = useToday(warehouse)
  const form = useForm({ initialValues: initialValues({ warehouse, today }) })
  const navigate = useNavigate()
  const { remember } = useLastWarehouse()
  const make = useWrite(
    (body: NewRun, key) => answerOf(api.POST('/v1/production-runs', { body, headers: intent(key) })),
    ({ number, warehouseCode }) => {
      remember(warehouseCode)
      notifications.show({ message: `${number} is recorded.`, color: 'leaf' })
      void navigate({ to: '/production/$ref', params: { ref: number } })
    },
  )
  const alike = codeAskedOf(make.problem, form.values)
  const confirm = (index: number) => {
    const values = confirmed(form.values, index)
    form.setValues(values)
    make.send(bodyOf(values))
  }
  const elsewhere = useFieldProblems(form, make.problem, (problem) => problemsOf(problem, form.values))
  return (
    <form onSubmit={form.onSubmit((values) => make.send(bodyOf(values)))}>
      <Header form={form} />
      <Used form={form} />
      <Made form={form} today={today} />
      <Stack gap="md">
        <ProblemAlert problem={elsewhere} />
        <Group>
          <Button type="submit" loading={make.sending}>
            Record it
          </Button>
          {alike === null ? null : (
            <Button variant="default" onClick={() => confirm(alike)}>
              The code is right: it is a batch of its own
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  )
}

function Header({ form }: { form: MakeForm }) {
  return (
    <Section title="Run">
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
        <Select
          label="What was done"
          allowDeselect={false}
          data={runKinds.map((value) => ({ value, label: kindWords[value] }))}
          {...form.getInputProps('kind')}
        />
        <WarehouseSelect required {...form.getInputProps('warehouse')} />
        <TextInput label="Reference" {...form.getInputProps('reference')} />
        {form.values.kind === 'rework' ? (
          <TextInput
            label="Why goods on hold are used"
            placeholder="Only where some are"
            {...form.getInputProps('reason')}
          />
        ) : null}
        {isWasted(form.values) ? (
          <TextInput label="Why some is waste" required {...form.getInputProps('wasteReason')} />
        ) : null}
      </SimpleGrid>
    </Section>
  )
}

type LinesProps = Readonly<{ form: MakeForm }>

/** Enter goes on within the lines of one side, and then to a new line of it. */
const goingOn = (within: RefObject<HTMLDivElement | null>, addLine: () => void) => ({
  ref: within,
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => enterGoesOn(event, addLine),
})

function Used({ form }: LinesProps) {
  const within = useRef<HTMLDivElement>(null)
  const { inputs } = form.values
  const addLine = () =>
    goToNewLine(within.current, {
      lastIsEmpty: inputs.slice(-1).every(isUntouched),
      insert: () => form.insertListItem('inputs', emptyUsed()),
    })
  return (
    <div {...goingOn(within, addLine)}>
      <FormLines title="What did you use?" lines={inputs} onAdd={addLine}>
        {(index) => <UsedLine form={form} index={index} />}
      </FormLines>
    </div>
  )
}

function Made({ form, today }: LinesProps & Readonly<{ today: string }>) {
  const within = useRef<HTMLDivElement>(null)
  const { outputs } = form.values
  const addLine = () =>
    goToNewLine(within.current, {
      lastIsEmpty: outputs.slice(-1).every(isUntouched),
      insert: () => form.insertListItem('outputs', emptyMade(today)),
    })
  return (
    <div {...goingOn(within, addLine)}>
      <FormLines title="What did you make?" lines={outputs} onAdd={addLine}>
        {(index) => <MadeLine form={form} index={index} />}
      </FormLines>
    </div>
  )
}
