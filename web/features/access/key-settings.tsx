import { Alert, Button, Code, CopyButton, Modal, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { IconKey } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { addDays } from '#domain/calendar-date.ts'
import { answerOf, api, intent } from '../../api/client.ts'
import type { Key, NewBody, Role } from '../../api/types.ts'
import { InstantText, todayIn } from '../../shared/date-text.tsx'
import { DayInput } from '../../shared/day-input.tsx'
import { DialogFoot } from '../../shared/dialog-foot.tsx'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { type Column, Rows } from '../../shared/listing.tsx'
import { May } from '../../shared/may.tsx'
import { Section } from '../../shared/page.tsx'
import { Sign } from '../../shared/sign.tsx'
import { Empty, Loaded } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { roleOptions } from './role-words.ts'

const columns: readonly Column<Key>[] = [
  { title: 'Name', cell: ({ name }) => name },
  { title: 'Key', cell: ({ hint }) => <Code>{hint}</Code> },
  { title: 'Role', cell: ({ role }) => role },
  { title: 'Made by', cell: ({ createdBy }) => createdBy, deskOnly: true },
  { title: 'Ends', cell: ({ expiresAt }) => <InstantText at={expiresAt} /> },
  { title: 'State', cell: (key) => <KeyState apiKey={key} />, end: true },
]

function KeyState({ apiKey: { id, revokedAt, expiresAt } }: { apiKey: Key }) {
  const revoke = useWrite((_: null, key) =>
    answerOf(api.DELETE('/v1/keys/{id}', { params: { path: { id } }, headers: intent(key) })),
  )
  if (revokedAt) return <Sign tone="quiet">revoked</Sign>
  if (Date.parse(expiresAt) < Date.now()) return <Sign tone="quiet">ended</Sign>
  return (
    <May to="manage people">
      <Button
        size="compact-xs"
        variant="subtle"
        color="brick"
        loading={revoke.sending}
        onClick={() => revoke.send(null)}
      >
        Revoke
      </Button>
    </May>
  )
}

export function KeySettings() {
  const [making, { open, close }] = useDisclosure(false)
  const keys = useQuery({ queryKey: ['keys'], queryFn: () => answerOf(api.GET('/v1/keys')) })
  return (
    <Section
      title="API keys"
      flush
      aside={
        <May to="manage people">
          <Button size="xs" variant="default" leftSection={<IconKey size={14} />} onClick={open}>
            Make a key
          </Button>
        </May>
      }
    >
      <Loaded of={keys} rows={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="No keys">A shop, a script or the command line signs in with a key of its own.</Empty>
          ) : (
            <Rows label="API keys" rows={items} columns={columns} keyOf={({ id }) => id} />
          )
        }
      </Loaded>
      {making ? <MakeKey onClose={close} /> : null}
    </Section>
  )
}

type Body = NewBody<'/v1/keys'>

function MakeKey({ onClose }: { onClose: () => void }) {
  const form = useForm({
    initialValues: { name: '', role: 'manager' as Role, until: addDays(todayIn(undefined), 365) as string | null },
  })
  const make = useWrite((body: Body, key) => answerOf(api.POST('/v1/keys', { body, headers: intent(key) })))
  useFieldProblems(form, make.problem)
  const made = make.answer
  return (
    <Modal opened onClose={onClose} title="Make an API key">
      {made ? (
        <Stack gap="md">
          <Alert color="leaf">Copy it now. It is shown this once and kept nowhere.</Alert>
          <Code block style={{ wordBreak: 'break-all', whiteSpace: 'pre-wrap' }}>
            {made.key}
          </Code>
          <CopyButton value={made.key}>
            {({ copied, copy }) => <Button onClick={copy}>{copied ? 'Copied' : 'Copy'}</Button>}
          </CopyButton>
        </Stack>
      ) : (
        <form
          onSubmit={form.onSubmit(({ until, ...values }) =>
            make.send({ ...values, expiresAt: `${until ?? ''}T23:59:59Z` }),
          )}
        >
          <Stack gap="md">
            <TextInput
              label="Name"
              placeholder="What it is for"
              required
              data-autofocus
              {...form.getInputProps('name')}
            />
            <Select label="Role" data={roleOptions} {...form.getInputProps('role')} />
            <DayInput label="Good until" required {...form.getInputProps('until')} />
            <DialogFoot problem={make.problem} onLeave={onClose} sending={make.sending}>
              Make the key
            </DialogFoot>
          </Stack>
        </form>
      )}
    </Modal>
  )
}
