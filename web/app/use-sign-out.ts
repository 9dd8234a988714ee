import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { answerOf, api } from '../api/client.ts'
import { asProblem } from '../api/problem.ts'
import { forgetAnswers } from '../kept/kept-answers.ts'

/** Ends the session on the server first: without network nobody is signed out, and what is kept here stays. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    try {
      await answerOf(api.DELETE('/v1/session'))
    } catch (error) {
      notifications.show({ message: asProblem(error).detail })
      return
    }
    await forgetAnswers().catch(() => {})
    client.clear()
    window.sessionStorage.clear()
    window.location.assign('/')
  }
}
