/**
 * server/modules/notices/compose-notice.ts — the notice of one recipient, as mail, as letter, or to be looked at before it is sent.
 */

import { occasionOf } from '#domain/notices/choices.ts'
import { type Composed, composed } from '#domain/notices/compose.ts'
import { type Chosen, labelsIn } from '#domain/notices/wording.ts'
import type { Db } from '#platform/db.ts'
import { accountSettings } from '../access/index.ts'
import { batchesOf } from '../batches/index.ts'
import type { Recall } from '../recalls/index.ts'
import { noticeSetting } from './setting.ts'
import type { ToldItem } from './store.ts'
import { ownWordings, wordingAt } from './wordings.ts'

export type NoticeAsk = Readonly<{
  recall: Pick<Recall, 'number' | 'title' | 'reason' | 'hazard'>
  chosen: Chosen
  version: number | null
  name: string | null
  told: readonly ToldItem[]
  link: string
}>

export async function composeNotice(
  db: Db,
  { recall, chosen, version, name, told, link }: NoticeAsk,
): Promise<Composed> {
  const [[account], { contact }, wording, items] = await Promise.all([
    accountSettings(db),
    noticeSetting(db),
    wordingAt(db, chosen, version),
    namedItems(db, told),
  ])
  return composed(chosen, wording, { brand: account?.name ?? '', contact, recall, name, items, link })
}

/** With what a person calls them. */
export async function namedItems(db: Db, told: readonly ToldItem[]) {
  const batches = await batchesOf(
    db,
    told.map(({ batchId }) => batchId),
  )
  const batchOf = new Map(batches.map((batch) => [batch.id, batch]))
  return told.flatMap((item) => {
    const batch = batchOf.get(item.batchId)
    if (!batch) return []
    const { code: batchCode, expiresOn, sku, productName } = batch
    return [{ ...item, batchCode, expiresOn, sku, productName }]
  })
}

export type PublicNotice = Readonly<{ subject: string; passages: Composed['passages'] }>

/** As consumers are told, without what one of them got, and without a link to answer on. */
export async function publicNotice(db: Db, recall: Recall): Promise<PublicNotice> {
  const { language } = await noticeSetting(db)
  const occasion = occasionOf(recall)
  const chosen = { occasion, audience: 'consumer', language } as const
  const version = (await ownWordings(db, occasion))(chosen)?.version ?? null
  const { subject, passages } = await composeNotice(db, { recall, chosen, version, name: null, told: [], link: '' })
  const { what, respond } = labelsIn(language)
  const end = passages.findIndex(({ heading }) => heading === respond)
  return { subject, passages: passages.slice(0, end).filter(({ heading }) => heading !== what) }
}
