/**
 * web/shared/reason-button.tsx — a button that asks why, and then does it.
 */
import { Button, type ButtonProps } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { ReasonModal } from './reason-modal.tsx'
import { useWrite } from './use-write.ts'

type ReasonButtonProps<Answer> = Readonly<{
  /** How the button looks. */
  look?: Pick<ButtonProps, 'size' | 'variant' | 'color'>
  send: (reason: string, key: string) => Promise<Answer>
  onDone?: (answer: Answer) => void
  title: string
  /** What will happen. */
  about: ReactNode
  label?: string
  confirm: string
  danger?: boolean
  children: ReactNode
}>

export function ReasonButton<Answer>({ send, onDone, look, children, ...dialog }: ReasonButtonProps<Answer>) {
  const [opened, { open, close }] = useDisclosure(false)
  const write = useWrite(send, (answer) => {
    close()
    onDone?.(answer)
  })
  return (
    <>
      <Button variant="default" {...look} onClick={open}>
        {children}
      </Button>
      <ReasonModal
        {...dialog}
        opened={opened}
        onClose={close}
        sending={write.sending}
        problem={write.problem}
        onConfirm={write.send}
      />
    </>
  )
}
