/**
 * server/modules/labels/page-route.ts — the page behind a code on a label, without signing in.
 */
import type { Act } from '#platform/db.ts'
import { type House, own } from '#platform/http/index.ts'
import { Refusal } from '#platform/refusal.ts'
import { batchPage } from './batch-page.ts'
import { accountOfKey } from './setting.ts'
import { BatchPage, BatchPageAsk } from './shapes.ts'

export function pageRoute(house: House): void {
  own(
    house,
    'POST',
    {
      url: '/v1/batch-page',
      needs: 'nobody',
      tells: 'What everybody may read of a batch, by the link on its label, where the account allows it',
      tag: 'labels',
      rateMax: 60,
      body: BatchPageAsk,
      answer: BatchPage,
    },
    ({ act: stranger, reply }, { body: { account, ...asked } }) => {
      const accountId = accountOfKey(account)
      if (accountId === null) throw new Refusal('batch_page_off', {})
      void reply.header('cache-control', 'no-store').header('x-robots-tag', 'noindex, nofollow')
      const act: Act = { ...stranger, accountId, actorName: 'Reader', role: 'reader', source: 'batch page' }
      return house.database.read(act, (db) => batchPage(db, asked))
    },
  )
}
