/**
 * server/modules/access/people-routes.ts — the people of an account and their passwords.
 */
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
import { addPerson, changePerson } from './people.ts'
import { roles } from './permissions.ts'
import { setSession } from './session-cookie.ts'
import { provePassword, setPassword } from './set-password.ts'
import { Email, Password } from './shapes.ts'
import { hashPassword, signIn } from './sign-in.ts'
import { people } from './store.ts'

const tag = 'access'
const Person = Type.Object({
  id: Id(),
  email: Type.String(),
  name: Type.String(),
  role: Choice(roles),
  createdAt: Instant(),
  disabledAt: Nullable(Instant()),
})

const role = Choice(roles)

export function peopleRoutes(house: House): void {
  ownPassword(house)
  newPassword(house)
  changes(house)
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
}

function changes(house: House): void {
  write(
    house,
    'PATCH',
    {
      url: '/v1/people/:id',
      needs: 'manage people',
      tells:
        "Change a name or role, or disable a person. Sessions end with it; keys which that person made are the account's, go on and are listed",
      tag,
      params: IdParams(),
      body: Exactly({
        name: Type.Optional(Text(200)),
        role: Type.Optional(role),
        disabled: Type.Optional(Type.Boolean()),
      }),
      answer: Type.Object({
        ...Person.properties,
        keys: Type.Array(Type.Object({ id: Id(), name: Type.String(), role, expiresAt: Instant() }), {
          description: 'Made by this person and still valid',
        }),
      }),
    },
    async (tx, { params, body }) => (await changePerson(tx, { ...params, ...body })) as never,
  )
}

function newPassword(house: House): void {
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
      bodyBytesMax: 4000,
      body: Exactly({ current: Type.String({ maxLength: 200 }), password: Password() }),
      answer: Type.Object({ expiresAt: Instant() }),
    },
    async ({ act, reply }, { body: { current, password } }) => {
      const id = act.actorId ?? ''
      const email = await provePassword(house.database.open, act, current)
      const passwordHash = await hashPassword(password)
      await house.database.write(act, (tx) => setPassword(tx, { id, passwordHash }))
      const { token, expiresAt } = await signIn(house.database.open, { email, password, at: act.at })
      setSession(reply, token, expiresAt)
      return { expiresAt }
    },
  )
}
