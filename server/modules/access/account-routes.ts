import { Exactly, type House, Nullable, read, Type, write } from '#platform/http/index.ts'
import { audit } from './audit.ts'
import { accountSettings, setGs1Prefix } from './store.ts'

const tag = 'access'
const Prefix = () =>
  Nullable(
    Type.String({
      pattern: '^[0-9]{4,12}$',
      description: 'GS1 company prefix: 4 to 12 digits; the SSCC of parcels begin with it',
      says: 'a GS1 company prefix of 4 to 12 digits',
    }),
  )
const Settings = Type.Object({ name: Type.String(), currency: Type.String(), gs1Prefix: Prefix() })
const none = { name: '', currency: '', gs1Prefix: null }

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
      body: Exactly({ gs1Prefix: Type.Optional(Prefix()) }),
      answer: Settings,
    },
    async (tx, { body: { gs1Prefix } }) => {
      const [before] = await accountSettings(tx)
      if (gs1Prefix !== undefined) {
        await setGs1Prefix(tx, gs1Prefix)
        const subject = { subjectKind: 'account', subjectId: tx.act.accountId }
        audit(tx, {
          action: 'account.change',
          ...subject,
          before: { gs1Prefix: before?.gs1Prefix },
          after: { gs1Prefix },
        })
      }
      return (await accountSettings(tx))[0] ?? none
    },
  )
}
