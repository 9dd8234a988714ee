import { Button, Group, SegmentedControl, Select, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api, intent } from '../../api/client.ts'
import type { Return } from '../../api/types.ts'
import { ForceStorage } from '../../shared/force-storage.tsx'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { PhotoButton, Photos } from '../../shared/photos.tsx'
import { PlacePicker } from '../../shared/place-picker.tsx'
import { quantityText } from '../../shared/quantity.tsx'
import { QuantityInput } from '../../shared/quantity-input.tsx'
import { Loading, ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import classes from './inspect.module.css'
import {
  bodyOf,
  type CheckResult,
  decidedUnits,
  type InspectValues,
  initialInspection,
  type NewInspection,
  possibleDecisions,
} from './inspect-values.ts'
import { decisionWords, type Lot, type OpenStanding, openStandings, standingWords } from './return-words.ts'
import { useShownReturn } from './use-shown-return.ts'

type InspectProps = Readonly<{ found: Return; line: Return['lines'][number]; lot: Lot; onDone: () => void }>
type Form = ReturnType<typeof useForm<InspectValues>>

export function InspectForm(props: InspectProps) {
  const lists = useQuery({
    queryKey: ['return-checklists'],
    queryFn: () => answerOf(api.GET('/v1/return-checklists')),
  })
  if (!lists.data) return <Loading />
  const { items } = lists.data
  const own = items.find(({ category }) => category !== '' && category === props.line.category)
  const checks = (own ?? items.find(({ category }) => category === ''))?.checks ?? []
  return <FormShown {...props} checks={checks} />
}

function FormShown({ found, line, lot, onDone, checks }: InspectProps & Readonly<{ checks: readonly string[] }>) {
  const form = useForm<InspectValues>({ initialValues: initialInspection(lot, checks) })
  const inspect = useInspecting(found.id, onDone)
  const elsewhere = useFieldProblems(form, inspect.problem, () => [])
  const { of } = form.values
  const open = lot.standings[of]
  const left = open - decidedUnits(form.values)
  return (
    <form onSubmit={form.onSubmit((values) => inspect.send(bodyOf(values, lot, line.lineNo)))}>
      <Stack gap="md" mt="md">
        <Of form={form} lot={lot} />
        <Checks form={form} />
        <Group gap="sm" align="flex-start">
          <PhotoButton
            label="Photo"
            of="photo"
            onKept={(file) => form.setFieldValue('photos', [...form.values.photos, file])}
          />
          <Photos files={form.values.photos} />
        </Group>
        <Decide form={form} lot={lot} />
        <Text fz="sm" c={left < 0 ? 'red' : 'dimmed'} role="status">
          {left < 0
            ? `${quantityText(-left)} more than there are`
            : `${quantityText(left)} of ${quantityText(open)} left to decide`}
        </Text>
        <More form={form} lot={lot} line={line} />
        <ProblemAlert problem={elsewhere} />
        <ForceStorage
          problem={inspect.problem}
          sending={inspect.sending}
          onForce={(force) => inspect.send({ ...bodyOf(form.values, lot, line.lineNo), force })}
        />
        <Group>
          <Button type="submit" loading={inspect.sending} disabled={left < 0}>
            Done
          </Button>
          <Button variant="default" onClick={onDone}>
            Not now
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function useInspecting(id: string, onDone: () => void) {
  const show = useShownReturn()
  return useWrite(
    (body: NewInspection, key) =>
      answerOf(api.POST('/v1/returns/{id}/inspections', { params: { path: { id } }, body, headers: intent(key) })),
    (now) => {
      show(now)
      onDone()
    },
  )
}

/** Where units stand as more than one thing, which of them are meant. */
function Of({ form, lot }: { form: Form; lot: Lot }) {
  const among = openStandings.filter((standing) => lot.standings[standing] > 0)
  if (among.length < 2) return null
  return (
    <SegmentedControl
      aria-label="Which units"
      data={among.map((value) => ({ value, label: `${quantityText(lot.standings[value])} ${standingWords[value]}` }))}
      value={form.values.of}
      onChange={(value) => form.setValues({ of: value as OpenStanding, quantities: {} })}
    />
  )
}

const resultWords: readonly { value: CheckResult; label: string }[] = [
  { value: 'pass', label: 'Good' },
  { value: 'fail', label: 'Bad' },
  { value: 'not_looked_at', label: '–' },
]

function Checks({ form }: { form: Form }) {
  return (
    <Stack gap={6}>
      {form.values.checks.map(({ name, result }, at) => (
        <div key={name} className={classes.check}>
          <span>{name}</span>
          <SegmentedControl
            aria-label={name}
            data={[...resultWords]}
            value={result}
            onChange={(value) => form.setFieldValue(`checks.${at}.result`, value as CheckResult)}
          />
        </div>
      ))}
    </Stack>
  )
}

function Decide({ form, lot }: { form: Form; lot: Lot }) {
  return (
    <div className={classes.decide}>
      {possibleDecisions(lot, form.values.of).map((kind) => (
        <QuantityInput
          key={kind}
          label={decisionWords[kind]}
          min={0}
          placeholder="none"
          value={form.values.quantities[kind] ?? ''}
          onChange={(quantity) => form.setFieldValue(`quantities.${kind}`, quantity)}
        />
      ))}
    </div>
  )
}

const isAny = (quantity: number | string | undefined) => quantity !== undefined && quantity !== '' && quantity !== 0

function More({ form, lot, line }: { form: Form; lot: Lot; line: Return['lines'][number] }) {
  const { quantities } = form.values
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      {isAny(quantities.restock) ? (
        <PlacePicker
          label="Restock to"
          warehouseId={lot.places[0]?.warehouseId}
          valueIs="code"
          placeholder="As putaway proposes"
          clearable
          clearButtonProps={{ 'aria-label': 'No place' }}
          {...form.getInputProps('place')}
        />
      ) : null}
      {isAny(quantities.dispose) ? <DisposalWords form={form} /> : null}
      {line.tracking === 'serial' ? (
        <Textarea label="Serials" placeholder="One a line, scanned" autosize {...form.getInputProps('serials')} />
      ) : null}
      <TextInput label="Why" placeholder="For the record" {...form.getInputProps('reason')} />
      <TextInput label="What was found" placeholder="For the record" {...form.getInputProps('note')} />
    </SimpleGrid>
  )
}

function DisposalWords({ form }: { form: Form }) {
  const choices = useQuery({
    queryKey: ['disposal-choices'],
    queryFn: () => answerOf(api.GET('/v1/disposal-choices')),
  })
  const { reasons = [], methods = [] } = choices.data ?? {}
  return (
    <>
      <Select label="Destroyed because" required data={reasons} {...form.getInputProps('disposal.reason')} />
      <Select label="How" required data={methods} {...form.getInputProps('disposal.method')} />
    </>
  )
}
