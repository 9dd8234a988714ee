/**
 * web/features/access/phone-page.tsx — on the phone: the code that the desk shows, scanned with the link or typed. A link alone signs nobody in: a
 * person presses the button, and so is not signed in as another by a link that somebody sent.
 */
import { Button, Stack, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useState } from 'react'
import { phoneCodeText, readPhoneCode } from '#domain/phone-code.ts'
import { answerOf, api } from '../../api/client.ts'
import { forgetAnswers } from '../../kept/kept-answers.ts'
import { Entrance } from '../../shared/entrance.tsx'
import { ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'

/** The code of the link. */
function scannedCode(): string {
  const code = readPhoneCode(window.location.hash.slice(1))
  return code === null ? '' : phoneCodeText(code)
}

/** What is typed, and what the button does with it. */
function useCode() {
  const client = useQueryClient()
  const [typed, setTyped] = useState(scannedCode)
  const [complaint, setComplaint] = useState<string | null>(null)
  const signIn = useWrite(
    (code: string) => answerOf(api.POST('/v1/phone-sessions', { body: { code } })),
    () => {
      client.clear()
      // Else this phone would open as the person before, where the network goes now.
      void forgetAnswers()
        .catch(() => {})
        .then(() => window.location.replace('/'))
    },
  )
  const type = (text: string) => {
    setTyped(text)
    setComplaint(null)
    signIn.forget()
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    const code = readPhoneCode(typed)
    setComplaint(code === null ? 'A code has eight letters and digits, as 7KQ4 M2XP.' : null)
    if (code !== null) signIn.send(code)
  }
  return { typed, type, complaint, send, signIn }
}

export function PhonePage() {
  const { typed, type, complaint, send, signIn } = useCode()
  // Out of the address, and so out of the history of the phone.
  useEffect(() => window.history.replaceState(null, '', '/phone'), [])
  return (
    <Entrance
      title="Sign in this phone"
      about="At the desk, open the menu at the top right and choose “Sign in a phone”. It shows a code."
    >
      <form onSubmit={send}>
        <Stack gap="md">
          <TextInput
            label="Code"
            size="lg"
            placeholder="7KQ4 M2XP"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            required
            autoFocus={typed === ''}
            value={typed}
            error={complaint}
            onChange={({ currentTarget: { value } }) => type(value)}
          />
          <ProblemAlert problem={signIn.problem} />
          <Button type="submit" size="md" loading={signIn.sending} fullWidth>
            Sign in
          </Button>
          <Button component="a" href="/" variant="subtle" fullWidth>
            With e-mail and password
          </Button>
        </Stack>
      </form>
    </Entrance>
  )
}
