import { Alert, Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { IconKey, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api, intent } from '../../api/client.ts'
import type { ChangeBody, NewBody, Person, Role } from '../../api/types.ts'
import { InstantText } from '../../shared/date-text.tsx'
import { DialogFoot } from '../../shared/dialog-foot.tsx'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { type Column, Rows } from '../../shared/listing.tsx'
import { May } from '../../shared/may.tsx'
import { NewPasswordInput } from '../../shared/new-password-input.tsx'
import { Section } from '../../shared/page.tsx'
import { Sign } from '../../shared/sign.tsx'
import { Loaded, ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { NewPassword } from './new-password.tsx'
import { roleOptions } from './role-words.ts'

const columns: readonly Column<Person>[] = [
  { title: 'Name', cell: ({ name }) => name },
  { title: 'E-mail', cell: ({ email }) => email },
  { title: 'Role', cell: ({ role }) => role },
  { title: 'Since', cell: ({ createdAt }) => <InstantText at={createdAt} />, deskOnly: true },
  {
    title: 'State',
    cell: ({ disabledAt }) => (disabledAt ? <Sign tone="bad">disabled</Sign> : <Sign tone="good">active</Sign>),
  },
  { title: 'Change', cell: (person) => <ChangePerson person={person} />, end: true },
]

export function PeopleSettings() {
  const [adding, { open, close }] = useDisclosure(false)
  const people = useQuery({ queryKey: ['people'], queryFn: () => answerOf(api.GET('/v1/people')) })
  return (
    <Section
      title="People"
      flush
      aside={
        <May to="manage people">
          <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={open}>
            Add a person
          </Button>
        </May>
      }
    >
      <Loaded of={people} rows={3}>
        {({ items }) => <Rows label="People" rows={items} columns={columns} keyOf={({ id }) => id} />}
      </Loaded>
      <AddPerson opened={adding} onClose={close} />
    </Section>
  )
}

type Body = NewBody<'/v1/people'>

function AddPerson({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const form = useForm({ initialValues: { name: '', email: '', role: 'warehouse' as Role, password: '' } })
  const add = useWrite(
    (body: Body, key) => answerOf(api.POST('/v1/people', { body, headers: intent(key) })),
    () => {
      form.reset()
      onClose()
    },
  )
  const elsewhere = useFieldProblems(form, add.problem)
  return (
    <Modal opened={opened} onClose={onClose} title="Add a person">
      <form onSubmit={form.onSubmit((values) => add.send(values))}>
        <Stack gap="md">
          <TextInput label="Name" required data-autofocus {...form.getInputProps('name')} />
          <TextInput label="E-mail" type="email" required autoComplete="off" {...form.getInputProps('email')} />
          <Select label="Role" data={roleOptions} {...form.getInputProps('role')} />
          <NewPasswordInput label="First password" also="tell it them in person" {...form.getInputProps('password')} />
          <DialogFoot problem={elsewhere} onLeave={onClose} sending={add.sending}>
            Add the person
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}

function ChangePerson({ person }: { person: Person }) {
  const [opened, { open, close }] = useDisclosure(false)
  const [renewing, renewal] = useDisclosure(false)
  const form = useForm({ initialValues: { name: person.name, role: person.role } })
  const change = useWrite(
    (body: ChangeBody<'/v1/people/{id}'>, key) =>
      answerOf(api.PATCH('/v1/people/{id}', { params: { path: { id: person.id } }, body, headers: intent(key) })),
    ({ keys }, asked) => {
      if (keys.length === 0 || !takesRights(person, asked)) close()
    },
  )
  useFieldProblems(form, change.problem)
  const disabled = person.disabledAt !== null
  return (
    <>
      <May to="manage people">
        <Button size="compact-xs" variant="subtle" onClick={open}>
          Change
        </Button>
      </May>
      <Modal opened={opened} onClose={close} title={`Change ${person.name}`}>
        <form onSubmit={form.onSubmit((values) => change.send(values))}>
          <Stack gap="md">
            <TextInput label="Name" required data-autofocus {...form.getInputProps('name')} />
            <Select label="Role" data={roleOptions} {...form.getInputProps('role')} />
            <ProblemAlert problem={change.problem} />
            <KeysLeft person={person} keys={change.answer?.keys ?? []} />
            <Group justify="space-between" gap="xs">
              <Button variant="default" onClick={renewal.open}>
                New password
              </Button>
              <Button variant="default" loading={change.sending} onClick={() => change.send({ disabled: !disabled })}>
                {disabled ? 'Let in again' : 'Disable'}
              </Button>
              <Button type="submit" loading={change.sending}>
                Save
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
      {renewing ? <NewPassword person={person} onClose={renewal.close} /> : null}
    </>
  )
}

const takesRights = (person: Person, asked: ChangeBody<'/v1/people/{id}'>): boolean =>
  asked.disabled === true || (asked.role !== undefined && asked.role !== person.role)

/** Keys are the account's: they go on when who made them leaves, and whoever stays must know. */
function KeysLeft({ person, keys }: { person: Person; keys: readonly { id: string; name: string; role: string }[] }) {
  if (keys.length === 0) return null
  return (
    <Alert
      role="status"
      color="saffron"
      icon={<IconKey size={18} />}
      title={`Keys that ${person.name} made still work`}
    >
      {keys.map(({ id, name, role }) => (
        <div key={id}>
          {name} ({role})
        </div>
      ))}
      Revoke those that {person.name} may know, under API keys.
    </Alert>
  )
}
