/**
 * web/shared/use-complaint.ts — a field with something in it that cannot be sent: what was typed stays, the field says
 * why, and the form is not sent. The browser itself keeps the form, so that no form has to remember to ask.
 */
import { type InvalidEvent, useLayoutEffect, useRef, useState } from 'react'

type Field = HTMLInputElement | HTMLTextAreaElement

/** Shown once the person leaves the field or tries to send, never while still typing. Null where all is well. */
export function useComplaint(complaint: string | null) {
  const field = useRef<HTMLInputElement>(null)
  const [left, setLeft] = useState(false)
  const leave = () => setLeft(true)
  // Before the next key can be pressed: Enter asks whether the field may be left.
  useLayoutEffect(() => field.current?.setCustomValidity(complaint ?? ''), [complaint])
  return {
    left,
    shown: left ? complaint : null,
    leave,
    typing: () => setLeft(false),
    props: {
      ref: field,
      onBlur: (_: unknown) => leave(),
      onInvalid(event: InvalidEvent<Field>) {
        const { currentTarget } = event
        if (!currentTarget.validity.customError) return
        event.preventDefault()
        leave()
        if (isFirstOfForm(currentTarget)) currentTarget.focus()
      },
    },
  }
}

/** The browser puts the cursor only where it shows words of its own. */
const isFirstOfForm = (field: Field) => field.form?.querySelector('input:invalid, textarea:invalid') === field
