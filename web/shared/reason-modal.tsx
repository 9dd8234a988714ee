/**
 * web/shared/reason-modal.tsx — asks why before something is done that will be asked about later.
 */
import { Modal, Stack, Text, Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { Problem } from '../api/problem.ts'
import { DialogFoot } from './dialog-foot.tsx'

type ReasonModalProps = Readonly<{
  opened: boolean
  onClose: () => void
  title: string
  about?: ReactNode
  /** What is asked, where it is not why. */
  label?: string
  confirm: string
  danger?: boolean
  sending: boolean
  problem: Problem | null
  onConfirm: (reason: string) => void
}>

export function ReasonModal({
  opened,
  onClose,
  title,
  about,
  label = 'Reason',
  confirm,
  danger,
  sending,
  problem,
  onConfirm,
}: ReasonModalProps) {
  const [reason, setReason] = useState('')
  const send = (event: { preventDefault(): void }) => {
    event.preventDefault()
    onConfirm(reason.trim())
  }
  return (
    <Modal opened={opened} onClose={onClose} title={title}>
      <form onSubmit={send}>
        <Stack gap="md">
          {about ? <Text component="div">{about}</Text> : null}
          <Textarea
            label={label}
            description="Stays in the audit"
            required
            autosize
            minRows={2}
            data-autofocus
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <DialogFoot
            problem={problem}
            onLeave={onClose}
            sending={sending}
            disabled={reason.trim() === ''}
            danger={danger ?? false}
          >
            {confirm}
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}
