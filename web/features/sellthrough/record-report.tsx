/**
 * web/features/sellthrough/record-report.tsx — what a customer who sells on tells is written down: how many, of which product, by which day.
 */
import { Button, Modal, SegmentedControl, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { answerOf, api, given, intent } from '../../api/client.ts'
import { fieldProblems } from '../../api/problem.ts'
import type { NewBody } from '../../api/types.ts'
import { DayInput } from '../../shared/day-input.tsx'
import { DialogFoot } from '../../shared/dialog-foot.tsx'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { May } from '../../shared/may.tsx'
import { ProductPicker } from '../../shared/product-picker.tsx'
import { QuantityInput } from '../../shared/quantity-input.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { kindsAbout, kindWords, type ReportKind } from './report-words.ts'

type Body = NewBody<'/v1/sell-through'>

export function RecordReport({ customer }: { customer: string }) {
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <May to="order">
      <Button size="xs" variant="default" onClick={open}>
        Record a report
      </Button>
      <Modal opened={opened} onClose={close} title="What they report">
        {opened ? <Form customer={customer} onDone={close} /> : null}
      </Modal>
    </May>
  )
}

function Form({ customer, onDone }: { customer: string; onDone: () => void }) {
  const form = useForm({
    initialValues: {
      kind: 'sold' as ReportKind,
      product: '',
      quantity: '' as number | string,
      on: null as string | null,
      document: '',
    },
    validate: { on: (day) => (day === null ? 'Say by which day.' : null) },
  })
  const recording = useRecording(onDone)
  // There is one line, and its fields are those of the form.
  const elsewhere = useFieldProblems(form, recording.problem, (problem) =>
    fieldProblems(problem).map(({ at, message }) => ({ at: at.replace(/^reports\.0\./, ''), message })),
  )
  const send = ({ kind, product, quantity, on, document }: typeof form.values) => {
    const report = { customer, kind, product: product.trim(), quantity: Number(quantity), on: on ?? '' }
    recording.send({ reports: [{ ...report, ...given({ document: document.trim() }) }] })
  }
  return (
    <form onSubmit={form.onSubmit(send)}>
      <Stack gap="md">
        <Kind value={form.values.kind} onChange={(kind) => form.setFieldValue('kind', kind)} />
        <ProductPicker required data-autofocus {...form.getInputProps('product')} />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <QuantityInput
            label="Units"
            description="Of all batches together"
            required
            {...form.getInputProps('quantity')}
          />
          <DayInput label="On" description="Of a month, its last day" required {...form.getInputProps('on')} />
        </SimpleGrid>
        <TextInput label="Their document" placeholder="Number of the report" {...form.getInputProps('document')} />
        <DialogFoot problem={elsewhere} onLeave={onDone} sending={recording.sending}>
          Record
        </DialogFoot>
      </Stack>
    </form>
  )
}

const useRecording = (onDone: () => void) =>
  useWrite(
    (body: Body, key) => answerOf(api.POST('/v1/sell-through', { body, headers: intent(key) })),
    () => {
      notifications.show({ message: 'The report is recorded.', color: 'leaf' })
      onDone()
    },
  )

function Kind({ value, onChange }: { value: ReportKind; onChange: (kind: ReportKind) => void }) {
  return (
    <div>
      <SegmentedControl
        fullWidth
        aria-label="What became of them"
        data={Object.entries(kindWords).map(([kind, label]) => ({ value: kind, label }))}
        value={value}
        onChange={(kind) => onChange(kind as ReportKind)}
      />
      <Text c="dimmed" fz="sm" mt={4}>
        {kindsAbout[value]}
      </Text>
    </div>
  )
}
