/**
 * web/features/delivery/service-settings.tsx — carriers' services: the days on which they work, and which is the standard.
 */
import { Button, Modal, Stack, Switch, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { answerOf, api, intent } from '../../api/client.ts'
import type { ServiceRow } from '../../api/types.ts'
import { ArchivedSign } from '../../shared/archive.tsx'
import { ChangeOrArchive } from '../../shared/change-or-archive.tsx'
import { DialogFoot } from '../../shared/dialog-foot.tsx'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { type Column, Rows } from '../../shared/listing.tsx'
import { May } from '../../shared/may.tsx'
import { Section } from '../../shared/page.tsx'
import { useServices } from '../../shared/service-select.tsx'
import { Sign } from '../../shared/sign.tsx'
import { Empty, Loaded } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { WorkingDaysInput, workingDaysInWords } from '../../shared/working-days.tsx'

const columns: readonly Column<ServiceRow>[] = [
  {
    title: 'Service',
    cell: ({ name, standard, archivedAt }) => (
      <>
        {name} {standard ? <Sign tone="active">standard</Sign> : null}
        <ArchivedSign archivedAt={archivedAt} />
      </>
    ),
  },
  { title: 'Code', cell: ({ code }) => code },
  { title: 'Works', cell: ({ workingDays }) => workingDaysInWords(workingDays) },
  { title: 'Action', cell: (service) => <ServiceActions service={service} />, end: true },
]

export function ServiceSettings() {
  const [adding, { open, close }] = useDisclosure(false)
  const services = useServices()
  return (
    <Section
      title="Carriers’ services"
      flush
      aside={
        <May to="change rules">
          <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={open}>
            Add a service
          </Button>
        </May>
      }
    >
      <Loaded of={services} rows={2}>
        {(items) =>
          items.length === 0 ? (
            <Empty title="No services">
              As “Ground” or “Express”. An order names one, or goes by the standard; the table below says how long each
              takes.
            </Empty>
          ) : (
            <Rows label="Carriers’ services" rows={items} columns={columns} keyOf={({ id }) => id} />
          )
        }
      </Loaded>
      {adding ? <ServiceForm service={null} onClose={close} /> : null}
    </Section>
  )
}

function ServiceActions({ service }: { service: ServiceRow }) {
  const { id } = service
  const [changing, { open, close }] = useDisclosure(false)
  const archive = useWrite((archived: boolean, key) => {
    const params = { path: { id } }
    return answerOf(api.PATCH('/v1/delivery-services/{id}', { params, body: { archived }, headers: intent(key) }))
  })
  return (
    <May to="change rules">
      <ChangeOrArchive of={service} onChange={open} archive={archive} />
      {changing ? <ServiceForm service={service} onClose={close} /> : null}
    </May>
  )
}

type ServiceFormProps = Readonly<{
  /** Null for a new one. */
  service: ServiceRow | null
  onClose: () => void
}>

function ServiceForm({ service, onClose }: ServiceFormProps) {
  const { code = '', name = '', workingDays = [1, 2, 3, 4, 5], standard = false } = service ?? {}
  const form = useForm({ initialValues: { code, name, workingDays, standard } })
  const save = useWrite((values: typeof form.values, key): Promise<ServiceRow> => {
    const body = { ...values, name: values.name.trim(), code: values.code.trim() }
    const headers = intent(key)
    if (!service) return answerOf(api.POST('/v1/delivery-services', { body, headers }))
    return answerOf(api.PATCH('/v1/delivery-services/{id}', { params: { path: { id: service.id } }, body, headers }))
  }, onClose)
  const elsewhere = useFieldProblems(form, save.problem)
  return (
    <Modal opened onClose={onClose} title={service ? `Change ${service.name}` : 'Add a service'}>
      <form onSubmit={form.onSubmit((values) => save.send(values))}>
        <Stack gap="md">
          <TextInput label="Name" required maxLength={100} data-autofocus {...form.getInputProps('name')} />
          <TextInput label="Code" required maxLength={40} {...form.getInputProps('code')} />
          <WorkingDaysInput label="The carrier works on" {...form.getInputProps('workingDays')} />
          <Switch
            label="The standard"
            description="Taken where an order names none"
            {...form.getInputProps('standard', { type: 'checkbox' })}
          />
          <DialogFoot
            problem={elsewhere}
            onLeave={onClose}
            sending={save.sending}
            disabled={form.values.workingDays.length === 0}
          >
            {service ? 'Save' : 'Add the service'}
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}
