/**
 * web/features/notices/print-letters.tsx — letters come as one file, and count as sent; asked before is only how customers reach the account, where nobody said so.
 */
import { Button, Modal, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import type { NewBody } from '../../api/types.ts'
import { DialogFoot } from '../../shared/dialog-foot.tsx'
import { ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { ContactField } from './contact-field.tsx'
import { saveAs } from './save-as.ts'

type Body = NewBody<'/v1/recalls/{id}/letters'>
type PrintProps = Readonly<{
  id: string
  body: Body
  /** Of the account: how customers reach it. */
  contact: string | null
  file: string
  children: string
}>

export function PrintLetters({ id, body, contact, file, children }: PrintProps) {
  const [asking, { open, close }] = useDisclosure(false)
  const print = useWrite(
    (asked: Body) =>
      answerOf(api.POST('/v1/recalls/{id}/letters', { params: { path: { id } }, body: asked, parseAs: 'blob' })),
    (pdf) => {
      saveAs(pdf as unknown as Blob, file)
      close()
    },
  )
  return (
    <div>
      <Button variant="default" loading={print.sending} onClick={() => (contact === null ? open() : print.send(body))}>
        {children}
      </Button>
      {asking ? (
        <AskContact
          title={children}
          print={print}
          onClose={close}
          onContact={(given) => print.send({ ...body, contact: given })}
        />
      ) : (
        <ProblemAlert problem={print.problem} />
      )}
    </div>
  )
}

type AskProps = Readonly<{
  title: string
  print: Pick<ReturnType<typeof useWrite>, 'problem' | 'sending'>
  onClose: () => void
  onContact: (contact: string) => void
}>

function AskContact({ title, print, onClose, onContact }: AskProps) {
  const [contact, setContact] = useState('')
  return (
    <Modal opened onClose={onClose} title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onContact(contact.trim())
        }}
      >
        <Stack gap="md">
          <Text>A notice says how customers reach you, and nobody wrote that down yet.</Text>
          <ContactField value={contact} onChange={setContact} />
          <DialogFoot
            problem={print.problem}
            onLeave={onClose}
            sending={print.sending}
            disabled={contact.trim() === ''}
          >
            {title}
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}
