import { Button, Group, Select, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { answerOf, api, intent } from '../../api/client.ts'
import { DayInput } from '../../shared/day-input.tsx'
import { enterGoesOn, useFirstStep } from '../../shared/enter-goes-on.ts'
import { atLines, useFieldProblems } from '../../shared/form-problem.ts'
import { Page, Section } from '../../shared/page.tsx'
import { PartnerPicker } from '../../shared/partner-picker.tsx'
import { Loading, ProblemAlert } from '../../shared/states.tsx'
import { useLastWarehouse } from '../../shared/use-last-warehouse.ts'
import { useWrite } from '../../shared/use-write.ts'
import { WarehouseSelect } from '../../shared/warehouse-select.tsx'
import { AnnounceLines, addLine } from './announce-lines.tsx'
import { type AnnounceForm, bodyOf, initialValues, isUntouched, type NewInbound } from './announce-values.ts'
import { inboundKinds } from './inbound-pages.tsx'

export function AnnouncePage() {
  const last = useLastWarehouse()
  return (
    <Page title="Announce a shipment" back={{ to: '/inbounds', label: 'Inbound' }}>
      {last.ready ? <FormShown warehouse={last.code} asLastTime={last.says} /> : <Loading />}
    </Page>
  )
}

function FormShown({ warehouse, asLastTime }: { warehouse: string | null; asLastTime: string | null }) {
  const form = useForm({ initialValues: { ...initialValues(), warehouse } })
  const within = useRef<HTMLFormElement>(null)
  const navigate = useNavigate()
  const announce = useWrite(
    (body: NewInbound, key) => answerOf(api.POST('/v1/inbounds', { body, headers: intent(key) })),
    ({ id }) => void navigate({ to: '/inbounds/$ref', params: { ref: id } }),
  )
  const sent = form.values.lines.flatMap((line, index) => (isUntouched(line) ? [] : [index]))
  const elsewhere = useFieldProblems(form, announce.problem, (problem) => atLines(problem, sent))
  useFirstStep(within)
  return (
    <form
      ref={within}
      onSubmit={form.onSubmit((values) => announce.send(bodyOf(values)))}
      onKeyDown={(event) => enterGoesOn(event, () => addLine(form, within.current))}
    >
      <AnnounceFields form={form} asLastTime={form.values.warehouse === warehouse ? asLastTime : null} />
      <AnnounceLines form={form} within={within} />
      <Stack gap="md">
        <ProblemAlert problem={elsewhere} />
        <Group>
          <Button type="submit" loading={announce.sending}>
            Announce
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function AnnounceFields({ form, asLastTime }: { form: AnnounceForm; asLastTime: string | null }) {
  return (
    <Section title="Delivery">
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
        <TextInput label="Number" required {...form.getInputProps('number')} data-step="number" />
        <Select
          label="Kind"
          data={Object.entries(inboundKinds).map(([value, label]) => ({ value, label }))}
          {...form.getInputProps('kind')}
        />
        <PartnerPicker
          kind="suppliers"
          label="Supplier"
          {...form.getInputProps('supplier')}
          {...{ 'data-step': 'supplier' }}
        />
        <WarehouseSelect
          required
          placeholder="Which one?"
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...(asLastTime ? { description: asLastTime } : {})}
          {...form.getInputProps('warehouse')}
        />
        <DayInput label="Expected on" {...form.getInputProps('expectedOn')} data-step="expectedOn" />
      </SimpleGrid>
    </Section>
  )
}
