/**
 * web/features/identifying/candidates-section.tsx — the batches that goods without batch may be of, and how many were found of each.
 */
import { Button, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import { answerOf, api, intent } from '../../api/client.ts'
import type { Identification, PutBody } from '../../api/types.ts'
import { BatchLink } from '../../shared/batch-link.tsx'
import { DateText } from '../../shared/date-text.tsx'
import { DialogFoot } from '../../shared/dialog-foot.tsx'
import { type Column, Rows } from '../../shared/listing.tsx'
import { useMay } from '../../shared/may.tsx'
import { Section } from '../../shared/page.tsx'
import { Quantity } from '../../shared/quantity.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { CandidateFields } from './candidate-fields.tsx'
import { type CandidateValues, candidatesSent, emptyCandidate } from './track-values.ts'

type Candidate = Identification['candidates'][number]

const columns: readonly Column<Candidate>[] = [
  { title: 'Batch', cell: ({ batchId, batchCode }) => <BatchLink id={batchId} code={batchCode} /> },
  { title: 'Good until', cell: ({ expiresOn }) => <DateText day={expiresOn} /> },
  { title: 'Named by', cell: ({ namedBy }) => namedBy, deskOnly: true },
  { title: 'Identified', cell: ({ identified }) => <Quantity of={identified} dimZero />, end: true },
]

export function CandidatesSection({ path }: { path: Identification }) {
  const may = useMay('correct batches')
  const { candidates, openToAny } = path
  return (
    <Section
      title="What it may be"
      flush
      aside={may && path.state === 'open' ? <ChangeCandidates path={path} /> : null}
    >
      {candidates.length > 0 ? (
        <Rows rows={candidates} columns={columns} keyOf={({ batchId }) => batchId} label="Candidates" />
      ) : null}
      <Text px="md" py="sm" c="dimmed">
        {openToAny
          ? 'It may be of other batches as well: whoever holds a batch of this product is told.'
          : 'It is of none but these.'}
      </Text>
    </Section>
  )
}

function ChangeCandidates({ path }: { path: Identification }) {
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <>
      <Button size="xs" variant="default" onClick={open}>
        Change
      </Button>
      {opened ? <CandidatesDialog path={path} onClose={close} /> : null}
    </>
  )
}

const linesOf = ({ candidates }: Identification): CandidateValues[] => {
  const known = candidates.map(({ batchCode }) => ({ ...emptyCandidate(), batch: batchCode }))
  return known.length > 0 ? known : [emptyCandidate()]
}

function CandidatesDialog({ path, onClose }: Readonly<{ path: Identification; onClose: () => void }>) {
  const [lines, setLines] = useState<readonly CandidateValues[]>(linesOf(path))
  const [openToAny, setOpenToAny] = useState(path.openToAny)
  const [reason, setReason] = useState('')
  const naming = useWrite(
    (body: PutBody<'/v1/identifications/{id}/candidates'>, key) =>
      answerOf(
        api.PUT('/v1/identifications/{id}/candidates', {
          params: { path: { id: path.id } },
          body,
          headers: intent(key),
        }),
      ),
    onClose,
  )
  const send = (event: { preventDefault(): void }) => {
    event.preventDefault()
    naming.send({ candidates: candidatesSent(lines), openToAny, reason: reason.trim() })
  }
  return (
    <Modal opened onClose={onClose} size="lg" title={`What ${path.sku} without a batch may be`}>
      <form onSubmit={send}>
        <Stack gap="md">
          <CandidateFields lines={lines} onLines={setLines} openToAny={openToAny} onOpenToAny={setOpenToAny} />
          <Textarea
            label="Reason"
            required
            autosize
            minRows={2}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <DialogFoot
            problem={naming.problem}
            onLeave={onClose}
            sending={naming.sending}
            disabled={reason.trim() === ''}
          >
            Save
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}
