import type { Tx } from '#platform/db.ts'
import { Exactly, type House, Money, Nullable, read, Type, write } from '#platform/http/index.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from './audit.ts'
import { allows } from './permissions.ts'
import { type AccountSettings, accountSettings, setCountLimit, setGs1Prefix } from './store.ts'

const tag = 'access'
const Prefix = () =>
  Nullable(
    Type.String({
      pattern: '^[0-9]{4,12}$',
      description: 'GS1 company prefix: 4 to 12 digits; the SSCC of parcels begin with it',
      says: 'a GS1 company prefix of 4 to 12 digits',
    }),
  )
const Limit = () =>
  Nullable({
    ...Money(),
    description:
      'Minor units. A difference found by a count that is worth more is approved by another person; null: none has to be. The owner changes it',
  })
const Settings = Type.Object({
  name: Type.String(),
  currency: Type.String(),
  gs1Prefix: Prefix(),
  countLimit: Limit(),
})
const none: AccountSettings = { name: '', currency: '', gs1Prefix: null, countLimit: null }

export function accountRoutes(house: House): void {
  read(
    house,
    { url: '/v1/account', needs: 'look', tells: 'The account and its settings', tag, answer: Settings },
    async (db) => (await accountSettings(db))[0] ?? none,
  )
  write(
    house,
    'PATCH',
    {
      url: '/v1/account',
      needs: 'change account',
      tells: 'Change the settings of the account',
      tag,
      body: Exactly({ gs1Prefix: Type.Optional(Prefix()), countLimit: Type.Optional(Limit()) }),
      answer: Settings,
    },
    (tx, { body }) => changeAccount(tx, body),
  )
}

type Change = Readonly<{ gs1Prefix?: string | null; countLimit?: number | null }>

/** Refuses `not_allowed` where another than the owner sets a limit. */
async function changeAccount(tx: Tx, { gs1Prefix, countLimit }: Change) {
  if (countLimit !== undefined && !allows(tx.act.role, 'set limits'))
    throw new Refusal('not_allowed', { needs: 'set limits', role: tx.act.role })
  const [before = none] = await accountSettings(tx)
  if (gs1Prefix !== undefined) await setGs1Prefix(tx, gs1Prefix)
  if (countLimit !== undefined) await setCountLimit(tx, countLimit)
  const [after = none] = await accountSettings(tx)
  const told = (settings: typeof none) => ({
    ...(gs1Prefix === undefined ? {} : { gs1Prefix: settings.gs1Prefix }),
    ...(countLimit === undefined ? {} : { countLimit: settings.countLimit }),
  })
  const subject = { subjectKind: 'account', subjectId: tx.act.accountId }
  if (gs1Prefix !== undefined || countLimit !== undefined)
    audit(tx, { action: 'account.change', ...subject, before: told(before), after: told(after) })
  return after
}
