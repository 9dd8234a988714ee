import type { FastifyReply } from 'fastify'
import {
  Choice,
  Exactly,
  type House,
  Id,
  IdParams,
  Instant,
  Nullable,
  own,
  Page,
  PageQuery,
  pageOf,
  read,
  readCursor,
  Text,
  Type,
  write,
} from '#platform/http/index.ts'
import { newId } from '#platform/id.ts'
import { createKey } from './create-key.ts'
import { refuseForeign } from './identify.ts'
import { addPerson, changePerson } from './people.ts'
import { allows, permissionNames, roles } from './permissions.ts'
import { revokeKey } from './revoke-key.ts'
import { provePassword, setPassword } from './set-password.ts'
import { hashPassword, sessionCookie, signIn } from './sign-in.ts'
import { account, auditRows, deleteCredential, keys, people } from './store.ts'
import { hashToken } from './tokens.ts'

const tag = 'access'
export const Email = () =>
  Type.String({
    pattern: '^[^@\\s\\u0000]+@[^@\\s\\u0000]+\\.[^@\\s.\\u0000]+$',
    maxLength: 254,
    says: 'an e-mail address, as ann@example.com',
  })
export const Password = () => Type.String({ minLength: 10, maxLength: 200 })
const Person = Type.Object({
  id: Id(),
  email: Type.String(),
  name: Type.String(),
  role: Choice(roles),
  createdAt: Instant(),
  disabledAt: Nullable(Instant()),
})
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
const AuditEntry = Type.Object({
  id: Id(),
  at: Instant(),
  actorName: Type.String(),
  source: Type.String(),
  requestId: Nullable(Type.String()),
  action: Type.String(),
  subjectKind: Type.String(),
  subjectId: Id(),
  before: Type.Unknown(),
  after: Type.Unknown(),
  reason: Nullable(Type.String()),
})

export function accessRoutes(house: House): void {
  sessions(house)
  ownPassword(house)
  peopleRoutes(house)
  keyRoutes(house)
  read(
    house,
    {
      url: '/v1/audit',
      needs: 'read audit',
      tells: 'Who changed what, newest first',
      tag,
      query: Exactly({ subject: Type.Optional(Id()), ...PageQuery }),
      answer: Page(AuditEntry),
    },
    async (db, { query: { subject, cursor, limit = 100 } }) => {
      const [beforeId] = readCursor(cursor, 1) ?? [null]
      const rows = await auditRows(db, {
        subjectId: subject ?? null,
        beforeId: typeof beforeId === 'string' ? beforeId : null,
        limit: limit + 1,
      })
      return pageOf(rows, limit, ({ id }) => [id])
    },
  )
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
        name: Type.String(),
        role: Choice(roles),
        may: Type.Array(Choice(permissionNames), { description: 'What this role may do' }),
        account: Type.Object({ name: Type.String(), currency: Type.String() }),
      }),
    },
    async (db) => {
      const [own] = await account(db)
      return {
        name: db.act.actorName,
        role: db.act.role as (typeof roles)[number],
        may: permissionNames.filter((permission) => allows(db.act.role, permission)),
        account: own ?? { name: '', currency: '' },
      }
    },
  )
}

/** The cookie is out of reach of scripts, and other websites cannot make a browser send it. */
export function setSession(reply: FastifyReply, token: string, expiresAt: string): void {
  void reply.setCookie(sessionCookie, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    expires: new Date(expiresAt),
  })
}

function peopleRoutes(house: House): void {
  const role = Choice(roles)
  read(
    house,
    {
      url: '/v1/people',
      needs: 'look',
      tells: 'People of the account',
      tag,
      answer: Type.Object({ items: Type.Array(Person) }),
    },
    async (db) => ({ items: (await people(db)) as never }),
  )
  write(
    house,
    'POST',
    {
      url: '/v1/people',
      needs: 'manage people',
      tells: 'Add a person',
      tag,
      status: 201,
      body: Exactly({ id: Type.Optional(Id()), email: Email(), name: Text(200), role, password: Password() }),
      answer: Person,
    },
    async (tx, { body: { password, ...person } }) =>
      (await addPerson(tx, {
        ...person,
        id: person.id ?? newId(),
        passwordHash: await hashPassword(password),
      })) as never,
  )
  write(
    house,
    'PATCH',
    {
      url: '/v1/people/:id',
      needs: 'manage people',
      tells: 'Change a name or role, or disable a person',
      tag,
      params: IdParams(),
      body: Exactly({
        name: Type.Optional(Text(200)),
        role: Type.Optional(role),
        disabled: Type.Optional(Type.Boolean()),
      }),
      answer: Person,
    },
    async (tx, { params, body }) => (await changePerson(tx, { ...params, ...body })) as never,
  )
  write(
    house,
    'PUT',
    {
      url: '/v1/people/:id/password',
      needs: 'manage people',
      tells: 'Give a person a new password; all sessions of that person end',
      tag,
      params: IdParams(),
      body: Exactly({ password: Password() }),
      answer: Type.Object({ id: Id() }),
    },
    async (tx, { params: { id }, body: { password } }) => {
      await setPassword(tx, { id, passwordHash: await hashPassword(password) })
      return { id }
    },
  )
}

function ownPassword(house: House): void {
  own(
    house,
    'PUT',
    {
      url: '/v1/me/password',
      needs: 'anyone',
      tells: 'Change the own password; other sessions end, and this one goes on',
      tag,
      rateMax: 20,
      body: Exactly({ current: Type.String({ maxLength: 200 }), password: Password() }),
      answer: Type.Object({ expiresAt: Instant() }),
    },
    async ({ act, reply }, { body: { current, password } }) => {
      const id = act.actorId ?? ''
      const email = await provePassword(house.database.open, { id, password: current, at: act.at })
      const passwordHash = await hashPassword(password)
      await house.database.write(act, (tx) => setPassword(tx, { id, passwordHash }))
      const { token, expiresAt } = await signIn(house.database.open, { email, password, at: act.at })
      setSession(reply, token, expiresAt)
      return { expiresAt }
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
