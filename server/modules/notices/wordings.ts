/**
 * server/modules/notices/wordings.ts — the account's own words of notices, version by version.
 */
import type { Audience, Language, Occasion } from '#domain/notices/choices.ts'
import { parts, type Wording } from '#domain/notices/in-language.ts'
import {
  type Chosen,
  isBusiness,
  type OwnWording,
  type Problem,
  problemsIn,
  wordingOf,
} from '#domain/notices/wording.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'

export type OwnVersion = OwnWording & {
  version: number
  audience: Audience
  language: Language
  madeBy: string
  madeAt: Instant
}

/** Newest first. */
export const wordingVersions = (db: Db, occasion: Occasion) => db<OwnVersion[]>`
  select version, audience, language, subject, opening, stop, act, pass_on, closing, made_by, made_at from notices.wording
  where account_id = ${db.act.accountId} and occasion = ${occasion} order by version desc`

type For = Readonly<{ audience: Audience; language: Language }>

/** Of a recipient, the last version, or null where nobody changed the built-in words. */
export async function ownWordings(db: Db, occasion: Occasion): Promise<(of: For) => OwnVersion | null> {
  const versions = await wordingVersions(db, occasion)
  return (of) => versions.find((one) => one.audience === of.audience && one.language === of.language) ?? null
}

/** As a notice of this version reads; null is the built-in one. */
export async function wordingAt(db: Db, chosen: Chosen, version: number | null): Promise<Wording> {
  if (version === null) return wordingOf(chosen, null)
  const versions = await wordingVersions(db, chosen.occasion)
  const own = versions.find(
    (one) => one.version === version && one.audience === chosen.audience && one.language === chosen.language,
  )
  return wordingOf(chosen, own ?? null)
}

/** The words as they stand, which of them are the account's own, and each version. */
export async function wordingNow(db: Db, chosen: Chosen) {
  const versions = (await wordingVersions(db, chosen.occasion)).filter(
    ({ audience, language }) => audience === chosen.audience && language === chosen.language,
  )
  const [own = null] = versions
  return {
    ...chosen,
    version: own?.version ?? 0,
    parts: wordingOf(chosen, own),
    builtIn: wordingOf(chosen, null),
    versions: versions.map(({ version, madeBy, madeAt }) => ({ version, madeBy, madeAt })),
  }
}

type Changed = Readonly<{ [Name in (typeof parts)[number]]?: string | null }>

/** A part that is left out or null is the built-in one. Refuses `invalid_input`, part by part, what no notice may say or leave out. */
export async function changeWording(tx: Tx, chosen: Chosen, change: Changed): Promise<void> {
  const own = Object.fromEntries(parts.map((part) => [part, change[part] ?? null])) as OwnWording
  const problems: Problem[] = problemsIn(own)
  if (own.passOn !== null && !isBusiness(chosen.audience))
    problems.push({ at: 'passOn', message: 'is for businesses only: consumers pass nothing on' })
  if (problems.length > 0) throw new Refusal('invalid_input', { problems })
  const { version: last, parts: before } = await wordingNow(tx, chosen)
  await tx`
    insert into notices.wording (account_id, id, occasion, audience, language, version, subject, opening, stop, act, pass_on, closing, made_by, made_at)
    values (${tx.act.accountId}, ${newId()}, ${chosen.occasion}, ${chosen.audience}, ${chosen.language}, ${last + 1}, ${own.subject}, ${own.opening}, ${own.stop},
      ${own.act}, ${own.passOn}, ${own.closing}, ${tx.act.actorName}, ${tx.act.at})`
  audit(tx, {
    action: 'notice.wording',
    subjectKind: 'account',
    subjectId: tx.act.accountId,
    before: { ...chosen, ...before },
    after: { ...chosen, ...wordingOf(chosen, own) },
  })
}
