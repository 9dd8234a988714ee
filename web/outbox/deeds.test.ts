import { afterEach, expect, test, vi } from 'vitest'
import { type DeedAct, sendDeed } from './deeds.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

test('an act says whose it is, and waits where somebody else is signed in', async () => {
  const asked: Request[] = []
  vi.stubGlobal('fetch', async (request: Request) => {
    asked.push(request)
    return Response.json({ code: 'not_signed_in', status: 401, detail: 'Sign in first.' }, { status: 401 })
  })
  const body = { pick: '1 of A', refusal: 'held', reason: 'put back' }
  const deed = { kind: 'give_up', wave: 'w', body } as const
  const act: DeedAct = { id: 'a', person: 'ann', document: 'wave', nth: 1, madeAt: '', deed, refused: null }
  expect(await sendDeed(act)).toEqual({ kind: 'unreached' })
  expect(asked.map(({ headers }) => [headers.get('firstout-person'), headers.get('idempotency-key')])).toEqual([
    ['ann', 'a'],
  ])
})
