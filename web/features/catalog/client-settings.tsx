/**
 * web/features/catalog/client-settings.tsx — the brands whose goods are kept here.
 */
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { answerOf, api, given, intent } from '../../api/client.ts'
import type { Client } from '../../api/types.ts'
import { ArchivedSign, ArchivedToo } from '../../shared/archive.tsx'
import { ChangeOrArchive } from '../../shared/change-or-archive.tsx'
import { InstantText } from '../../shared/date-text.tsx'
import { DialogFoot } from '../../shared/dialog-foot.tsx'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { type Column, Listing } from '../../shared/listing.tsx'
import { May } from '../../shared/may.tsx'
import { Section } from '../../shared/page.tsx'
import { Empty } from '../../shared/states.tsx'
import { usePages } from '../../shared/use-pages.ts'
import { useWrite } from '../../shared/use-write.ts'

const columns: readonly Column<Client>[] = [
  {
    title: 'Name',
    cell: ({ name, archivedAt }) => (
      <>
        {name} <ArchivedSign archivedAt={archivedAt} />
      </>
    ),
  },
  { title: 'Code', cell: ({ code }) => code },
  { title: 'Since', cell: ({ createdAt }) => <InstantText at={createdAt} />, deskOnly: true },
  { title: 'Action', cell: (client) => <ClientActions client={client} />, end: true },
]

export function ClientSettings() {
  const [adding, { open, close }] = useDisclosure(false)
  const [archived, setArchived] = useState(false)
  const pages = usePages(['clients', archived], (cursor) =>
    answerOf(api.GET('/v1/clients', { params: { query: { archived, ...given({ cursor }) } } })),
  )
  return (
    <>
      <Group mb="sm">
        <ArchivedToo checked={archived} onChange={setArchived} />
      </Group>
      <Section
        title="Clients"
        flush
        aside={
          <May to="change partners">
            <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={open}>
              Add a client
            </Button>
          </May>
        }
      >
        <Listing
          label="Clients"
          pages={pages}
          columns={columns}
          keyOf={({ id }) => id}
          empty={
            <Empty title="No clients">
              For a 3PL: each brand whose goods are kept here. A product says whose it is, and rules can be for one of
              them.
            </Empty>
          }
        />
      </Section>
      {adding ? <ClientForm client={null} onClose={close} /> : null}
    </>
  )
}

function ClientActions({ client }: { client: Client }) {
  const { id } = client
  const [changing, { open, close }] = useDisclosure(false)
  const archive = useWrite((archived: boolean, key) =>
    answerOf(api.PATCH('/v1/clients/{id}', { params: { path: { id } }, body: { archived }, headers: intent(key) })),
  )
  return (
    <May to="change partners">
      <ChangeOrArchive of={client} onChange={open} archive={archive} />
      {changing ? <ClientForm client={client} onClose={close} /> : null}
    </May>
  )
}

type ClientFormProps = Readonly<{
  /** Null for a new one. */
  client: Client | null
  onClose: () => void
}>

function ClientForm({ client, onClose }: ClientFormProps) {
  const form = useForm({ initialValues: { name: client?.name ?? '', code: client?.code ?? '' } })
  const save = useWrite((values: typeof form.values, key): Promise<Client> => {
    const [body, headers] = [{ name: values.name.trim(), code: values.code.trim() }, intent(key)]
    if (!client) return answerOf(api.POST('/v1/clients', { body, headers }))
    return answerOf(api.PATCH('/v1/clients/{id}', { params: { path: { id: client.id } }, body, headers }))
  }, onClose)
  const elsewhere = useFieldProblems(form, save.problem)
  return (
    <Modal opened onClose={onClose} title={client ? `Change ${client.name}` : 'Add a client'}>
      <form onSubmit={form.onSubmit((values) => save.send(values))}>
        <Stack gap="md">
          <TextInput label="Name" required data-autofocus {...form.getInputProps('name')} />
          <TextInput label="Code" required {...form.getInputProps('code')} />
          <DialogFoot problem={elsewhere} onLeave={onClose} sending={save.sending}>
            {client ? 'Save' : 'Add the client'}
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}
