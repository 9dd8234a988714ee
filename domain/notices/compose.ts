/**
 * domain/notices/compose.ts — the notice that one recipient reads: everything that 21 CFR 7.49(c) asks for, in its order.
 */
import { untrackedCode } from '../batch-code.ts'
import type { CalendarDate } from '../calendar-date.ts'
import type { Wording } from './in-language.ts'
import { type Chosen, isBusiness, labelsIn, subjectLine } from './wording.ts'

export type NoticeOf = Readonly<{
  brand: string
  contact: string | null
  recall: Readonly<{ number: string; title: string; reason: string; hazard: string | null }>
  name: string | null
  items: readonly NoticeItem[]
  link: string
}>
export type NoticeItem = Readonly<{
  sku: string
  productName: string
  batchCode: string
  expiresOn: CalendarDate | null
  quantity: number
  most: number
}>

/** `heading` is null of what has none; a part is never empty. */
export type Passage = Readonly<{ heading: string | null; lines: readonly string[] }>
export type Composed = Readonly<{ subject: string; passages: readonly Passage[] }>

export function composed(chosen: Chosen, wording: Wording, of: NoticeOf): Composed {
  const labels = labelsIn(chosen.language)
  const { number, title, reason, hazard } = of.recall
  const filled = (text: string) =>
    text.replaceAll(/\{(brand|number|title)\}/g, (_, name: string) =>
      name === 'brand' ? of.brand : name === 'number' ? number : title,
    )
  const part = (heading: string | null, ...lines: readonly string[]): Passage[] => [{ heading, lines }]
  return {
    subject: subjectLine(chosen, filled(wording.subject)),
    passages: [
      ...(of.name === null ? [] : part(null, labels.dear(of.name))),
      ...part(null, filled(wording.opening)),
      ...part(labels.what, ...itemLines(chosen, of.items)),
      ...part(labels.why, reason),
      ...(hazard === null ? [] : part(labels.hazard, hazard)),
      ...part(labels.stop, filled(wording.stop)),
      ...part(labels.act, filled(wording.act)),
      ...(isBusiness(chosen.audience) ? part(labels.passOn, filled(wording.passOn)) : []),
      ...part(
        labels.respond,
        labels.respondHere,
        of.link,
        ...(of.contact === null ? [] : [labels.contact(of.contact)]),
      ),
      ...part(null, filled(wording.closing)),
      ...part(null, labels.regards, of.brand),
    ],
  }
}

export const itemLines = ({ language }: Pick<Chosen, 'language'>, items: readonly NoticeItem[]): string[] => {
  const { item, units } = labelsIn(language)
  return items.map(({ sku, productName, batchCode, expiresOn, quantity, most }) =>
    item({
      product: `${productName} (${sku})`,
      batch: batchCode === untrackedCode ? '–' : batchCode,
      lastDay: expiresOn,
      units: units(quantity, most),
    }),
  )
}

/** As plain text, for a mail. */
export const plainText = ({ subject, passages }: Composed): string =>
  [
    subject,
    ...passages.map(({ heading, lines }) =>
      [...(heading === null ? [] : [heading.toUpperCase()]), ...lines].join('\n'),
    ),
  ].join('\n\n')
