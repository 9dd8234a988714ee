/**
 * web/features/repairs/repair-dialog.tsx — what all repairs ask in the same way: what is meant, what it will do, and why.
 */
import { Checkbox, Loader, Modal, Stack, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type ReactNode, useState } from 'react'
import { answerOf, api, intent } from '../../api/client.ts'
import type { NewRepair, RepairAsk } from '../../api/types.ts'
import { DialogFoot } from '../../shared/dialog-foot.tsx'
import { ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { PreviewShown } from './preview-shown.tsx'
import { doneWords } from './repair-words.ts'
import { useRepairPreview } from './use-repair-preview.ts'

/** Asked only where the server says that it must be; `code` is its refusal. */
export type Confirmation = Readonly<{
  code: string
  label: string
  checked: boolean
  onCheck: (checked: boolean) => void
}>

type RepairDialogProps = Readonly<{
  title: string
  /** Null while it is not complete. */
  ask: RepairAsk | null
  confirmation?: Confirmation
  firstReason?: string
  confirm: string
  onClose: () => void
  children: ReactNode
}>

export function RepairDialog({ title, ask, confirmation, confirm, onClose, children, ...given }: RepairDialogProps) {
  const [reason, setReason] = useState(given.firstReason ?? '')
  const foretold = useRepairPreview(ask)
  const { problem } = foretold
  const repair = useWrite(
    (body: NewRepair, key) => answerOf(api.POST('/v1/batch-repairs', { body, headers: intent(key) })),
    (made) => {
      notifications.show({ message: doneWords(made), color: 'leaf' })
      onClose()
    },
  )
  const send = (event: { preventDefault(): void }) => {
    event.preventDefault()
    if (ask) repair.send({ ...ask, reason: reason.trim() })
  }
  return (
    <Modal opened onClose={onClose} title={title}>
      <form onSubmit={send}>
        <Stack gap="md">
          {children}
          <ForetoldShown ask={ask} foretold={foretold} {...(confirmation ? { confirmation } : {})} />
          <Textarea
            label="Reason"
            description="Stays in the history of the batch and in the audit"
            required
            autosize
            minRows={2}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <DialogFoot
            problem={repair.problem?.code === problem?.code ? null : repair.problem}
            onLeave={onClose}
            sending={repair.sending}
            disabled={ask === null || problem !== null}
          >
            {confirm}
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}

type ForetoldProps = Readonly<{
  ask: RepairAsk | null
  foretold: ReturnType<typeof useRepairPreview>
  confirmation?: Confirmation
}>

/** What it will do, or why it cannot be done; and what a person may confirm so that it can. */
function ForetoldShown({ ask, foretold: { preview, problem, asking }, confirmation }: ForetoldProps) {
  const asksFirst = confirmation && (confirmation.checked || problem?.code === confirmation.code)
  return (
    <>
      <ProblemAlert problem={problem} />
      {asksFirst ? (
        <Checkbox
          label={confirmation.label}
          checked={confirmation.checked}
          onChange={(event) => confirmation.onCheck(event.currentTarget.checked)}
        />
      ) : null}
      {ask && preview ? <PreviewShown preview={preview} kind={ask.kind} /> : null}
      {ask && !preview && asking ? <Loader size="sm" aria-label="Finding out what it will do" /> : null}
    </>
  )
}
