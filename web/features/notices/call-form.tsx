/**
 * web/features/notices/call-form.tsx — what a person heard on the phone is written down, and stands as confirmation.
 */
import { Modal, Radio, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { answerOf, api, intent } from '../../api/client.ts'
import type { NoticeRecipientDetail } from '../../api/types.ts'
import { DialogFoot } from '../../shared/dialog-foot.tsx'
import { countOf } from '../../shared/quantity.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { linesOf, type SaidOf, UnitsFields } from './units-fields.tsx'

type CallProps = Readonly<{ recallId: string; of: NoticeRecipientDetail; onClose: () => void }>
type Outcome = 'reached' | 'no_answer' | 'wrong_number'

const words = {
  batch: 'Batch',
  got: (quantity: number, most: number) => `Got ${most > quantity ? 'at most ' : ''}${countOf(most, 'unit')}.`,
  have: 'Have',
  destroyed: 'Destroyed',
  returning: 'Sending back',
  used: 'Used or sold on',
}

export function CallForm({ recallId: id, of, onClose }: CallProps) {
  const [outcome, setOutcome] = useState<Outcome>('reached')
  const [heard, setHeard] = useState('')
  const [said, setSaid] = useState<SaidOf>({})
  const isSaid = outcome === 'reached' && Object.keys(said).length > 0
  const note = useWrite(
    (_: null, key) =>
      answerOf(
        api.POST('/v1/recalls/{id}/recipients/{recipientId}/calls', {
          params: { path: { id, recipientId: of.id } },
          body: {
            outcome,
            said: heard.trim() === '' ? null : heard.trim(),
            lines: isSaid ? linesOf(of.items, said) : [],
          },
          headers: intent(key),
        }),
      ),
    onClose,
  )
  return (
    <Modal opened onClose={onClose} title="Write down a call" size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          note.send(null)
        }}
      >
        <Stack gap="md">
          <Outcomes outcome={outcome} onOutcome={setOutcome} />
          <Textarea
            label="What was said"
            autosize
            minRows={2}
            maxLength={2000}
            value={heard}
            onChange={(event) => setHeard(event.currentTarget.value)}
          />
          {outcome === 'reached' ? <UnitsFields items={of.items} said={said} onSaid={setSaid} words={words} /> : null}
          <DialogFoot problem={note.problem} onLeave={onClose} sending={note.sending}>
            Write it down
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}

type OutcomesProps = Readonly<{ outcome: Outcome; onOutcome: (outcome: Outcome) => void }>

const Outcomes = ({ outcome, onOutcome }: OutcomesProps) => (
  <Radio.Group label="What came of it" value={outcome} onChange={(value) => onOutcome(value as Outcome)}>
    <Stack gap={6} mt={4}>
      <Radio value="reached" label="Reached: they know" />
      <Radio value="no_answer" label="No answer" />
      <Radio value="wrong_number" label="Wrong number" />
    </Stack>
  </Radio.Group>
)
