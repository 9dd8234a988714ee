/**
 * server/modules/access/phone-routes.ts — signing in a phone by a code, and the sessions of the person who asks.
 */
import { Choice, Exactly, type House, Id, IdParams, Instant, Nullable, own, Type, write } from '#platform/http/index.ts'
import { refuseForeign } from './identify.ts'
import { drawnQr } from './phone-code.ts'
import { setSession } from './session-cookie.ts'
import { sessionsNow } from './sessions.ts'
import { sessionCookie } from './sign-in.ts'
import { endOwnSession, makePhoneCode, signInPhone } from './sign-in-phone.ts'
import { hashToken } from './tokens.ts'

const tag = 'access'
const Session = Type.Object({
  id: Id(),
  openedBy: Nullable(Choice(['password', 'code'])),
  createdAt: Instant(),
  expiresAt: Instant(),
  current: Type.Boolean({ description: 'Whether this request came in it' }),
})

export function phoneRoutes(house: House): void {
  codes(house)
  phones(house)
  own(
    house,
    'GET',
    {
      url: '/v1/me/sessions',
      needs: 'anyone',
      tells: 'Where the person who asks is signed in, the newest first; none for a key',
      tag,
      answer: Type.Object({ items: Type.Array(Session) }),
    },
    async ({ act, request }) => {
      const token = request.cookies[sessionCookie]
      const ownHash = token ? hashToken(token) : null
      const rows = await house.database.read(act, sessionsNow)
      const items = rows.map(({ tokenHash, ...row }) => ({ ...row, current: ownHash?.equals(tokenHash) ?? false }))
      return { items }
    },
  )
  write(
    house,
    'DELETE',
    {
      url: '/v1/me/sessions/:id',
      needs: 'anyone',
      tells: 'End one of the own sessions at once, as that of a phone which was lost',
      tag,
      params: IdParams(),
      answer: Type.Object({ id: Id() }),
    },
    (tx, { params }) => endOwnSession(tx, params.id),
  )
}

function codes(house: House): void {
  // Not `write`: the kept answer of an idempotent request would hold the code.
  own(
    house,
    'POST',
    {
      url: '/v1/phone-codes',
      needs: 'anyone',
      tells:
        'Make a code that signs in a phone as the person who asks: once, within five minutes. The one before opens nothing any more',
      tag,
      status: 201,
      rateMax: 20,
      bodyBytesMax: 4000,
      answer: Type.Object({
        code: Type.String({ description: 'Eight letters and digits' }),
        expiresAt: Instant(),
        link: Type.String({ description: 'Opens the page on the phone, with the code where no server sees it' }),
        qr: Type.Object({
          side: Type.Integer({ description: 'How many squares in a row, without the white of four around it' }),
          dark: Type.String({ description: 'The link as squares, row by row: 1 for dark' }),
        }),
      }),
    },
    async ({ act, request, reply }) => {
      const { code, expiresAt } = await makePhoneCode(
        house.database,
        act,
        hashToken(request.cookies[sessionCookie] ?? ''),
      )
      const link = `${request.headers.origin ?? `${request.protocol}://${request.host}`}/phone#${code}`
      void reply.code(201)
      return { code, expiresAt, link, qr: drawnQr(link) }
    },
  )
}

function phones(house: House): void {
  own(
    house,
    'POST',
    {
      url: '/v1/phone-sessions',
      needs: 'nobody',
      tells: 'Sign in a phone by the code that a desk shows',
      tag,
      rateMax: 20,
      bodyBytesMax: 4000,
      body: Exactly({
        code: Type.String({ maxLength: 40, description: 'Spaces, dashes and small letters are all right' }),
      }),
      answer: Type.Object({ expiresAt: Instant(), name: Type.String() }),
    },
    async ({ act, request, reply }, { body: { code } }) => {
      refuseForeign(request)
      const { token, accountId, expiresAt, name } = await signInPhone(house.database, act, { code, from: request.ip })
      setSession(reply, token, expiresAt)
      house.changes.tell(accountId)
      return { expiresAt, name }
    },
  )
}
