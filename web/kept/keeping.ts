/**
 * web/kept/keeping.ts — a question whose last answer is kept on the device, and shown where the server does not answer.
 */
import type { QueryClient, QueryKey } from '@tanstack/react-query'
import { asProblem, isPassing } from '../api/problem.ts'
import type { Me } from '../api/types.ts'
import { forgetAnswer, forgetAnswers, keepAnswer, keptAnswer } from './kept-answers.ts'

/** So long is a network that swallows everything waited for, before what is kept is shown. */
const patienceMs = 3_000

type Asking = Readonly<{ client: QueryClient; queryKey: QueryKey }>

/** `worth`: what of the answer is kept; null where it is not needed any more. The device may have no storage; then nothing is kept. */
export const keeping =
  <Answer>(ask: () => Promise<Answer>, worth: (answer: Answer) => Answer | null = (answer) => answer) =>
  async ({ client, queryKey }: Asking): Promise<Answer> => {
    const name = queryKey.join(' ')
    const showing = setTimeout(() => void show(client, queryKey).catch(() => {}), patienceMs)
    try {
      const answer = await ask()
      void keep({ client, name, answer: worth(answer), me: name === 'me' ? (answer as Me) : null }).catch(() => {})
      return answer
    } catch (error) {
      const problem = asProblem(error)
      if (isPassing(problem)) await show(client, queryKey).catch(() => {})
      if (problem.code === 'not_signed_in') await forgetAnswers().catch(() => {})
      if (problem.code === 'not_found') await forgetAnswer(name).catch(() => {})
      throw error
    } finally {
      clearTimeout(showing)
    }
  }

type Keep = Readonly<{ client: QueryClient; name: string; answer: unknown; me: Me | null }>

async function keep({ client, name, answer, me }: Keep): Promise<void> {
  const person = me ? me.id : personIn(client)
  if (person === null) return
  await (answer === null ? forgetAnswer(name) : keepAnswer({ person, name, at: Date.now(), answer }))
}

/** As an answer of when it was kept; what is on the screen stays. */
async function show(client: QueryClient, queryKey: QueryKey): Promise<void> {
  const name = queryKey.join(' ')
  const shown = () => client.getQueryData(queryKey) !== undefined
  const person = personIn(client)
  if (shown() || (person === null && name !== 'me')) return
  const kept = await keptAnswer(person, name)
  if (kept && !shown()) client.setQueryData(queryKey, kept.answer, { updatedAt: kept.at })
}

const personIn = (client: QueryClient): string | null => client.getQueryData<Me>(['me'])?.id ?? null
