/**
 * web/shared/print-labels.tsx — labels of what is on the screen: how they look is chosen and seen, then they are made, and opened or left in the queue.
 */
import { Alert, Anchor, Button, Modal, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { answerOf, api, intent } from '../api/client.ts'
import type { LabelKind, LabelTemplate, NewLabelPrint } from '../api/types.ts'
import { May } from './may.tsx'
import { OpenLabels } from './open-labels.tsx'
import { PrintForm } from './print-form.tsx'
import { countOf } from './quantity.tsx'
import { Loaded } from './states.tsx'
import { useWrite } from './use-write.ts'

type PrintLabelsProps = Readonly<{
  kind: LabelKind
  of: readonly string[]
  /** Of each, to begin with. */
  copies?: number
  /** For whoever hears the button alone. */
  about: string
  compact?: boolean
  label?: string
}>

export function PrintLabels({ about, compact = false, label = 'Print labels', ...asked }: PrintLabelsProps) {
  const [opened, { open, close }] = useDisclosure(false)
  if (asked.of.length === 0) return null
  return (
    <May to="print labels">
      <Button
        variant="default"
        size={compact ? 'compact-sm' : 'sm'}
        leftSection={<IconPrinter size={15} />}
        aria-label={`${label}: ${about}`}
        onClick={open}
      >
        {label}
      </Button>
      {opened ? (
        <Modal opened onClose={close} title={`Labels of ${about}`} size="lg">
          <Printing {...asked} onClose={close} />
        </Modal>
      ) : null}
    </May>
  )
}

type PrintingProps = Pick<PrintLabelsProps, 'kind' | 'of' | 'copies'> & Readonly<{ onClose: () => void }>

function Printing({ kind, of, copies = 1, onClose }: PrintingProps) {
  const templates = useQuery({
    queryKey: ['label-templates', kind],
    queryFn: () => answerOf(api.GET('/v1/label-templates', { params: { query: { kind } } })),
  })
  return (
    <Loaded of={templates} rows={8}>
      {({ items }) => <Made kind={kind} of={of} copies={copies} templates={items} onClose={onClose} />}
    </Loaded>
  )
}

type MadeProps = Required<PrintingProps> & Readonly<{ templates: readonly LabelTemplate[] }>

function Made({ kind, of, copies, templates, onClose }: MadeProps) {
  const [asksReason, setAsksReason] = useState(false)
  const print = useWrite((body: NewLabelPrint, key) =>
    answerOf(api.POST('/v1/label-prints', { body, headers: intent(key) })),
  )
  const wasBefore = print.problem?.code === 'label_printed_before'
  if (wasBefore && !asksReason) setAsksReason(true)
  if (print.answer === null)
    return (
      <PrintForm
        kind={kind}
        of={of}
        copies={copies}
        templates={templates}
        asksReason={asksReason}
        problem={print.problem}
        sending={print.sending}
        onPrint={print.send}
        onClose={onClose}
      />
    )
  const { number, labels, notes } = print.answer
  return (
    <Stack gap="md">
      <Text>
        {number}: {countOf(labels, 'label')} made. Until somebody opens them they wait in the{' '}
        <Anchor component={Link} to="/labels">
          queue
        </Anchor>
        .
      </Text>
      {notes.length > 0 ? (
        <Alert color="gray" title="Written otherwise than the label wants it">
          {notes.map((note) => (
            <Text key={note}>{note}</Text>
          ))}
        </Alert>
      ) : null}
      <OpenLabels print={print.answer} />
    </Stack>
  )
}
