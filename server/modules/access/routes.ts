import {
  Choice,
  Exactly,
  type House,
  Id,
  IdParams,
  Instant,
  Nullable,
  own,
  read,
  Text,
  Type,
  write,
} from '#platform/http/index.ts'
import { newId } from '#platform/id.ts'
import { accountRoutes } from './account-routes.ts'
import { auditRoutes } from './audit-routes.ts'
import { createKey } from './create-key.ts'
import { refuseForeign } from './identify.ts'
import { peopleRoutes } from './people-routes.ts'
import { allows, permissionNames, roles } from './permissions.ts'
import { phoneRoutes } from './phone-routes.ts'
import { revokeKey } from './revoke-key.ts'
import { setSession } from './session-cookie.ts'
import { Email } from './shapes.ts'
import { sessionCookie, signIn } from './sign-in.ts'
import { account, deleteCredential, keys } from './store.ts'
import { hashToken } from './tokens.ts'

const tag = 'access'
const Key = Type.Object({
  id: Id(),
  name: Type.String(),
  hint: Type.String(),
  role: Choice(roles),
  createdAt: Instant(),
  createdBy: Type.String(),
  expiresAt: Instant(),
  revokedAt: Nullable(Instant()),
})

export function accessRoutes(house: House): void {
  sessions(house)
  phoneRoutes(house)
  peopleRoutes(house)
  keyRoutes(house)
  auditRoutes(house)
  accountRoutes(house)
}

function sessions(house: House): void {
  own(
    house,
    'POST',
    {
      url: '/v1/session',
      needs: 'nobody',
      tells: 'Sign in',
      tag,
      rateMax: 20,
      bodyBytesMax: 4000,
      body: Exactly({ email: Email(), password: Type.String({ maxLength: 200 }) }),
      answer: Type.Object({ expiresAt: Instant() }),
    },
    async ({ request, reply, act }, { body }) => {
      refuseForeign(request)
      const { token, expiresAt } = await signIn(house.database.open, { ...body, at: act.at })
      setSession(reply, token, expiresAt)
      return { expiresAt }
    },
  )
  own(
    house,
    'DELETE',
    { url: '/v1/session', needs: 'anyone', tells: 'Sign out', tag, answer: Type.Object({}) },
    async ({ request, reply }) => {
      const token = request.cookies[sessionCookie]
      if (token) await deleteCredential(house.database.open, hashToken(token))
      void reply.clearCookie(sessionCookie, { path: '/' })
      return {}
    },
  )
  read(
    house,
    {
      url: '/v1/me',
      needs: 'anyone',
      tells: 'Who is signed in, and to which account',
      tag,
      answer: Type.Object({
        id: Nullable(Id()),
        name: Type.String(),
        role: Choice(roles),
        may: Type.Array(Choice(permissionNames), { description: 'What this role may do' }),
        account: Type.Object({ name: Type.String(), currency: Type.String() }),
      }),
    },
    async (db) => {
      const [own] = await account(db)
      return {
        id: db.act.actorId,
        name: db.act.actorName,
        role: db.act.role as (typeof roles)[number],
        may: permissionNames.filter((permission) => allows(db.act.role, permission)),
        account: own ?? { name: '', currency: '' },
      }
    },
  )
}

function keyRoutes(house: House): void {
  read(
    house,
    {
      url: '/v1/keys',
      needs: 'manage people',
      tells: 'API keys',
      tag,
      answer: Type.Object({ items: Type.Array(Key) }),
    },
    async (db) => ({ items: (await keys(db)) as never }),
  )
  // Not `write`: the kept answer of an idempotent request would hold the key.
  own(
    house,
    'POST',
    {
      url: '/v1/keys',
      needs: 'manage people',
      tells: 'Make an API key; it is shown this once',
      tag,
      status: 201,
      body: Exactly({ id: Type.Optional(Id()), name: Text(200), role: Choice(roles), expiresAt: Instant() }),
      answer: Type.Object({
        id: Id(),
        name: Type.String(),
        role: Choice(roles),
        hint: Type.String(),
        expiresAt: Instant(),
        key: Type.String(),
      }),
    },
    async ({ act, reply }, { body }) => {
      void reply.code(201)
      return house.database.write(act, (tx) => createKey(tx, { ...body, id: body.id ?? newId() }))
    },
  )
  write(
    house,
    'DELETE',
    {
      url: '/v1/keys/:id',
      needs: 'manage people',
      tells: 'Revoke an API key at once',
      tag,
      params: IdParams(),
      answer: Type.Object({ id: Id() }),
    },
    (tx, { params }) => revokeKey(tx, params.id),
  )
}
