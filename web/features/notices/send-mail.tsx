/**
 * web/features/notices/send-mail.tsx — mails to customers, asked once more before they go: no mail is taken back.
 */
import { Button, Modal, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { answerOf, api, intent } from '../../api/client.ts'
import { DialogFoot } from '../../shared/dialog-foot.tsx'
import { countOf } from '../../shared/quantity.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { ContactField } from './contact-field.tsx'

type SendMailProps = Readonly<{
  id: string
  to: 'untold' | 'silent'
  count: number
  contact: string | null // of the account: how customers reach it
  words: string
}>

export function SendMail({ words, ...wave }: SendMailProps) {
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <>
      <Button onClick={open}>{words}</Button>
      {opened ? <AskOnceMore {...wave} onClose={close} /> : null}
    </>
  )
}

type AskProps = Omit<SendMailProps, 'words'> & Readonly<{ onClose: () => void }>

function AskOnceMore({ id, to, count, contact, onClose }: AskProps) {
  const [given, setGiven] = useState('')
  const body = contact === null ? { to, contact: given.trim() } : { to }
  const send = useWrite(
    (asked: typeof body, key) =>
      answerOf(api.POST('/v1/recalls/{id}/waves', { params: { path: { id } }, body: asked, headers: intent(key) })),
    ({ number, recipients }) => {
      notifications.show({ message: `Wave ${number}: ${countOf(recipients, 'mail')} on the way.` })
      onClose()
    },
  )
  return (
    <Modal opened onClose={onClose} title={`Mail ${countOf(count, 'recipient')}`}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          send.send(body)
        }}
      >
        <Stack gap="md">
          <Text>
            {count === 1 ? 'They get the notice now.' : 'Each gets the notice now, in their own language.'} A mail that
            was sent is not taken back.
          </Text>
          {contact === null ? <ContactField value={given} onChange={setGiven} /> : null}
          <DialogFoot
            problem={send.problem}
            onLeave={onClose}
            sending={send.sending}
            disabled={contact === null && given.trim() === ''}
          >
            {`Send ${countOf(count, 'mail')}`}
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}
