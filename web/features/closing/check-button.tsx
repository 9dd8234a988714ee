/**
 * web/features/closing/check-button.tsx — what a check found: how, whether anybody was reached, and what they know and did.
 */
import { Button, Modal, NumberInput, Radio, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { answerOf, api, given, intent } from '../../api/client.ts'
import type { NewCheckResult, RecallCheck } from '../../api/types.ts'
import { DayInput } from '../../shared/day-input.tsx'
import { DialogFoot } from '../../shared/dialog-foot.tsx'
import { useWrite } from '../../shared/use-write.ts'

const ways = { phone: 'By phone', visit: 'By a visit', letter: 'By letter', email: 'By e-mail' } as const
const outcomes = {
  effective: 'Got the notice and acted on it',
  idle: 'Got the notice and did not act on it',
  ignorant: 'Did not get the notice',
  away: 'Was not reached',
} as const
type Outcome = keyof typeof outcomes

const saidBy: Readonly<Record<Outcome, Pick<NewCheckResult, 'reached' | 'gotNotice' | 'acted'>>> = {
  effective: { reached: true, gotNotice: true, acted: true },
  idle: { reached: true, gotNotice: true, acted: false },
  ignorant: { reached: true, gotNotice: false, acted: false },
  away: { reached: false },
}

const initialValues = {
  way: 'phone' as keyof typeof ways,
  outcome: 'effective' as Outcome,
  unitsFound: '' as number | string,
  note: '',
  owner: '',
  dueOn: null as string | null,
}

/** It becomes a corrective action. */
const isOwed = (outcome: Outcome): boolean => outcome === 'idle' || outcome === 'ignorant'

type Form = UseFormReturnType<typeof initialValues>

const bodyOf = ({ way, outcome, unitsFound, note, owner, dueOn }: typeof initialValues): NewCheckResult => ({
  way,
  ...saidBy[outcome],
  ...given({
    unitsFound: typeof unitsFound === 'number' && outcome !== 'away' ? unitsFound : undefined,
    note: note.trim() === '' ? undefined : note.trim(),
    ...(isOwed(outcome) ? { owner: owner.trim() === '' ? undefined : owner.trim(), dueOn: dueOn ?? undefined } : {}),
  }),
})

export function CheckButton({ check, name }: Readonly<{ check: RecallCheck; name: string }>) {
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <>
      <Button size="xs" variant="default" onClick={open} aria-label={`Check ${name}`}>
        {check.results.length > 0 ? 'Again' : 'Check'}
      </Button>
      {opened ? <CheckDialog id={check.id} name={name} onClose={close} /> : null}
    </>
  )
}

function CheckDialog({ id, name, onClose }: Readonly<{ id: string; name: string; onClose: () => void }>) {
  const form = useForm({ initialValues })
  const send = useWrite(
    (body: NewCheckResult, key) =>
      answerOf(
        api.POST('/v1/effectiveness-checks/{id}/results', { params: { path: { id } }, body, headers: intent(key) }),
      ),
    onClose,
  )
  return (
    <Modal opened onClose={onClose} title={`Check ${name}`}>
      <form onSubmit={form.onSubmit((values) => send.send(bodyOf(values)))}>
        <Stack gap="md">
          <CheckFields form={form} />
          <DialogFoot problem={send.problem} onLeave={onClose} sending={send.sending}>
            Write it down
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}

function CheckFields({ form }: { form: Form }) {
  return (
    <>
      <Select
        label="How"
        allowDeselect={false}
        data={Object.entries(ways).map(([value, label]) => ({ value, label }))}
        {...form.getInputProps('way')}
      />
      <Radio.Group label="What you found" {...form.getInputProps('outcome')}>
        <Stack gap={8} mt={6}>
          {Object.entries(outcomes).map(([value, label]) => (
            <Radio key={value} value={value} label={label} />
          ))}
        </Stack>
      </Radio.Group>
      {form.values.outcome === 'away' ? null : (
        <NumberInput
          label="Recalled units still there"
          description="Where somebody looked"
          min={0}
          allowDecimal={false}
          {...form.getInputProps('unitsFound')}
        />
      )}
      <Textarea
        label="Note"
        description="Without names: it is kept for ever"
        autosize
        minRows={1}
        maxLength={2000}
        {...form.getInputProps('note')}
      />
      {isOwed(form.values.outcome) ? <WhoPutsItRight form={form} /> : null}
    </>
  )
}

function WhoPutsItRight({ form }: { form: Form }) {
  return (
    <>
      <TextInput
        label="Who puts it right"
        description="It becomes a corrective action. Empty: you"
        maxLength={200}
        {...form.getInputProps('owner')}
      />
      <DayInput label="Until" description="Empty: 14 days" clearable {...form.getInputProps('dueOn')} />
    </>
  )
}
