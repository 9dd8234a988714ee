import { NumberInput, Select, SimpleGrid, Stack, Textarea } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import type { Problem } from '../api/problem.ts'
import type { LabelKind, LabelTemplate, NewLabelPrint } from '../api/types.ts'
import { DialogFoot } from './dialog-foot.tsx'
import { LabelPicture } from './label-picture.tsx'

type PrintFormProps = Readonly<{
  kind: LabelKind
  of: readonly string[]
  copies: number
  templates: readonly LabelTemplate[]
  asksReason: boolean
  problem: Problem | null
  sending: boolean
  onPrint: (body: NewLabelPrint) => void
  onClose: () => void
}>

const printers = [
  { value: 'pdf', label: 'PDF, any printer' },
  { value: 'zpl-203', label: 'ZPL, label printer of 203 dpi' },
  { value: 'zpl-300', label: 'ZPL, label printer of 300 dpi' },
]

type Values = { template: string; printer: string; copies: number; pack: number; reason: string }

const resolutionOf = (printer: string) => (printer === 'zpl-300' ? 300 : 203)
const formatOf = (printer: string) => (printer === 'pdf' ? ('pdf' as const) : ('zpl' as const))

/** How the labels look is seen before they are made, of the first of them. */
export function PrintForm({ kind, of, copies, templates, asksReason, onPrint, ...foot }: PrintFormProps) {
  const form = useForm<Values>({
    initialValues: { template: templates[0]?.id ?? '', printer: 'pdf', copies, pack: 1, reason: '' },
  })
  const { template, printer, pack } = form.values
  const resolution = resolutionOf(printer)
  const reason = form.values.reason.trim()
  const print = (values: Values) =>
    onPrint({
      kind,
      of: [...of],
      template,
      format: formatOf(printer),
      resolution,
      copies: values.copies,
      pack,
      ...(reason === '' ? {} : { reason }),
    })
  return (
    <form onSubmit={form.onSubmit(print)}>
      <Stack gap="md">
        <Choices form={form} kind={kind} count={of.length} templates={templates} />
        <LabelPicture asked={{ kind, of: of[0], template, pack, resolution }} />
        {asksReason ? (
          <Textarea
            label="Why once more"
            description="Stays in the audit"
            required
            autosize
            minRows={2}
            {...form.getInputProps('reason')}
          />
        ) : null}
        <DialogFoot
          problem={foot.problem}
          onLeave={foot.onClose}
          sending={foot.sending}
          disabled={asksReason && reason === ''}
        >
          Make labels
        </DialogFoot>
      </Stack>
    </form>
  )
}

type ChoicesProps = Pick<PrintFormProps, 'kind' | 'templates'> &
  Readonly<{ form: UseFormReturnType<Values>; count: number }>

function Choices({ form, kind, count, templates }: ChoicesProps) {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <Select
        label="Label"
        data={templates.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('template')}
      />
      <Select label="For" data={printers} {...form.getInputProps('printer')} />
      <NumberInput
        label={count === 1 ? 'Labels' : `Of each of ${count}`}
        min={1}
        max={Math.max(1, Math.floor(500 / count))}
        data-autofocus
        {...form.getInputProps('copies')}
      />
      {kind === 'batch' || kind === 'unit' ? (
        <NumberInput
          label="Units in what it sticks on"
          description="12 for a case of 12: its GTIN is written"
          min={1}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('pack')}
        />
      ) : null}
    </SimpleGrid>
  )
}
