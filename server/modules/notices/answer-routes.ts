/**
 * server/modules/notices/answer-routes.ts — the page on which recipients answer, without signing in. The token comes in the body, so that it stands in no address and no log.
 */
import type { Act, Tx } from '#platform/db.ts'
import { type Call, type House, own, Type } from '#platform/http/index.ts'
import { Refusal } from '#platform/refusal.ts'
import { answerByLink, openAnswerPage } from './answer.ts'
import { accountOfToken } from './links.ts'
import { AnswerPage, PageAnswer, TokenBody } from './shapes.ts'

const tag = 'notices'
const bodyBytesMax = 22_000_000

export function answerRoutes(house: House): void {
  own(
    house,
    'POST',
    {
      url: '/v1/answer-page',
      needs: 'nobody',
      tells: 'What the answer page of a notice shows; opening it counts as read',
      tag,
      rateMax: 60,
      body: TokenBody,
      answer: AnswerPage,
    },
    (call, { body: { token } }) => byRecipient(house, call, { token, work: (tx) => openAnswerPage(tx, token) }),
  )
  own(
    house,
    'POST',
    {
      url: '/v1/answers',
      needs: 'nobody',
      tells: 'Answer a notice: what became of the units; each answer is kept, the last one stands',
      tag,
      rateMax: 20,
      bodyBytesMax,
      body: PageAnswer,
      answer: Type.Object({ taken: Type.Boolean() }),
    },
    (call, { body: { token, ...answer } }) =>
      byRecipient(house, call, {
        token,
        work: async (tx) => {
          await answerByLink(tx, token, answer)
          return { taken: true }
        },
      }),
  )
}

type Asked<T> = Readonly<{ token: string; work: (tx: Tx) => Promise<T> }>

async function byRecipient<T>(house: House, { act: stranger, reply }: Call, { token, work }: Asked<T>): Promise<T> {
  const accountId = accountOfToken(token)
  if (accountId === null) throw new Refusal('answer_link_unknown', {})
  void reply.header('cache-control', 'no-store').header('x-robots-tag', 'noindex, nofollow')
  const act: Act = { ...stranger, accountId, actorName: 'Recipient', role: 'recipient', source: 'answer page' }
  const answer = await house.database.write(act, work)
  house.changes.tell(accountId)
  return answer
}
