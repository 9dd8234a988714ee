import { type House, read, write } from '#platform/http/index.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { inHundredths, settingOf } from './mock-by-ref.ts'
import { Setting } from './shapes.ts'
import { saveSetting } from './store.ts'

const tag = 'mock recalls'

export function settingRoutes(house: House): void {
  read(
    house,
    {
      url: '/v1/mock-recall-settings',
      needs: 'look',
      tells: 'How often recalls are rehearsed, and what a rehearsal has to reach',
      tag,
      answer: Setting,
    },
    (db) => settingOf(db),
  )
  write(
    house,
    'PUT',
    {
      url: '/v1/mock-recall-settings',
      needs: 'set limits',
      tells: 'Say how often recalls are rehearsed, and what a rehearsal has to reach',
      tag,
      body: Setting,
      answer: Setting,
    },
    async (tx, { body }) => {
      if ((body.everyMonths === null) !== (body.nextOn === null))
        throw new Refusal('invalid_input', {
          problems: [{ at: 'nextOn', message: 'belongs to everyMonths: give both, or neither' }],
        })
      const before = await settingOf(tx)
      await saveSetting(tx, inHundredths(body))
      audit(tx, { action: 'mock.setting', subjectKind: 'account', subjectId: tx.act.accountId, before, after: body })
      return settingOf(tx)
    },
  )
}
