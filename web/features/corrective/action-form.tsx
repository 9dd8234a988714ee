/**
 * web/features/corrective/action-form.tsx — a person says what has to be put right, by whom and until when; or gives it to somebody else, or another day.
 */
import { Button, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { addDays } from '#domain/calendar-date.ts'
import { answerOf, api, intent } from '../../api/client.ts'
import type { CorrectiveAction } from '../../api/types.ts'
import { dayHere } from '../../shared/day-here.ts'
import { DayInput } from '../../shared/day-input.tsx'
import { DialogFoot } from '../../shared/dialog-foot.tsx'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { May } from '../../shared/may.tsx'
import { useMe } from '../../shared/use-me.ts'
import { useWrite } from '../../shared/use-write.ts'

type Said = Readonly<{ says: string; owner: string; dueOn: string | null }>
type Sent = Readonly<{ says: string; owner: string; dueOn: string }>

/** As the server gives those that it opens itself. */
const daysAllowed = 14

/** What showed it. */
export type ShownBy = Readonly<{ kind: 'recall' | 'mock'; id: string }>

const added = ({ kind, id }: ShownBy, body: Sent, key: string) => {
  const params = { path: { id } }
  const headers = intent(key)
  return kind === 'mock'
    ? answerOf(api.POST('/v1/mock-recalls/{id}/actions', { params, body, headers }))
    : answerOf(api.POST('/v1/recalls/{id}/actions', { params, body, headers }))
}

type AddProps = Readonly<{
  by: ShownBy
  /** What is known of it already. */
  says?: string
  children: string
}>

export function AddAction({ by, says = '', children }: AddProps) {
  const { data: me } = useMe()
  const first = { says, owner: me?.name ?? '', dueOn: addDays(dayHere(), daysAllowed) }
  return (
    <ActionButton
      title="What has to be put right"
      first={first}
      confirm="Add it"
      hint={by.kind === 'recall' ? 'Without names of consignees: it is kept for ever' : undefined}
      send={(body, key) => added(by, body, key)}
    >
      {children}
    </ActionButton>
  )
}

export function ChangeAction({ action: { id, says, owner, dueOn } }: { action: CorrectiveAction }) {
  return (
    <ActionButton
      title="Somebody else, or another day"
      first={{ says, owner, dueOn }}
      about={says}
      confirm="Save"
      send={(body, key) =>
        answerOf(
          api.PATCH('/v1/corrective-actions/{id}', {
            params: { path: { id } },
            body: { owner: body.owner, dueOn: body.dueOn },
            headers: intent(key),
          }),
        )
      }
    >
      Change
    </ActionButton>
  )
}

type DialogProps = Readonly<{
  title: string
  first: Said
  /** Where what has to be put right stands already. */
  about?: string
  hint?: string | undefined
  confirm: string
  send: (body: Sent, key: string) => Promise<unknown>
}>

function ActionButton({ children, ...dialog }: DialogProps & { children: string }) {
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <May to="recall">
      <Button size="xs" variant="default" onClick={open}>
        {children}
      </Button>
      {opened ? <ActionDialog {...dialog} onClose={close} /> : null}
    </May>
  )
}

function ActionDialog({ title, first, about, hint, confirm, send, onClose }: DialogProps & { onClose: () => void }) {
  const form = useForm<Said>({ initialValues: first })
  const write = useWrite(send, onClose)
  const elsewhere = useFieldProblems(form, write.problem)
  const { says, owner, dueOn } = form.values
  const isWhole = says.trim() !== '' && owner.trim() !== '' && dueOn !== null
  return (
    <Modal opened onClose={onClose} title={title}>
      <form
        onSubmit={form.onSubmit(() => {
          if (dueOn !== null) write.send({ says: says.trim(), owner: owner.trim(), dueOn })
        })}
      >
        <Stack gap="md">
          {about === undefined ? (
            <Textarea
              label="What"
              description={hint}
              required
              autosize
              minRows={2}
              maxLength={500}
              data-autofocus
              {...form.getInputProps('says')}
            />
          ) : (
            <Text>{about}</Text>
          )}
          <TextInput label="Who puts it right" required maxLength={200} {...form.getInputProps('owner')} />
          <DayInput label="Until" required {...form.getInputProps('dueOn')} />
          <DialogFoot problem={elsewhere} onLeave={onClose} sending={write.sending} disabled={!isWhole}>
            {confirm}
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}
