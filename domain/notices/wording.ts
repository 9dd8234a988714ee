/**
 * domain/notices/wording.ts — what each part of a notice must say (21 CFR 7.49), and which words stand where nobody chose others.
 */
import { type Audience, isUrgent, type Language, type Occasion } from './choices.ts'
import { english } from './in-english.ts'
import { french } from './in-french.ts'
import { german } from './in-german.ts'
import { type InLanguage, type Labels, type Part, parts, type Wording } from './in-language.ts'
import { spanish } from './in-spanish.ts'

const written: Readonly<Record<Language, InLanguage>> = { en: english, de: german, fr: french, es: spanish }

export const labelsIn = (language: Language): Labels => written[language].labels

export type OwnWording = Readonly<{ [Name in Part]: string | null }>
export type Chosen = Readonly<{ occasion: Occasion; audience: Audience; language: Language }>

export const isBusiness = (audience: Audience): boolean => audience !== 'consumer'

/** The built-in words, with those of the account in their place. */
export function wordingOf({ occasion, audience, language }: Chosen, own: OwnWording | null): Wording {
  const builtIn = written[language].wording(occasion, isBusiness(audience))
  return Object.fromEntries(parts.map((part) => [part, own?.[part] ?? builtIn[part]])) as Wording
}

export type Problem = Readonly<{ at: Part; message: string }>

const known = new Set(['brand', 'number', 'title'])
const promotion =
  /\b(discounts?|vouchers?|coupons?|promo|rabatte?|gutscheine?|descuentos?|cupón|cupones|bon d['’]achat|code promo)\b/i

/** What keeps own words from being a notice as 21 CFR 7.49(c) wants it; none if they are fit. */
export function problemsIn(own: OwnWording): Problem[] {
  return parts.flatMap((at) => (own[at] === null ? [] : wrongIn(own[at]).map((message) => ({ at, message }))))
}

function wrongIn(text: string): string[] {
  const strange = [...text.matchAll(/\{([^}]*)\}/g)].map(([, name = '']) => name).filter((name) => !known.has(name))
  return [
    ...(text.trim() === ''
      ? ['is empty: a notice must say this. Leave it out to use the words that are built in']
      : []),
    ...(strange.length > 0 ? [`names {${strange[0]}}: only {brand}, {number} and {title} are filled in`] : []),
    ...(/https?:|www\./i.test(text)
      ? ['holds a web address: the page to answer on is added by itself, and others mislead']
      : []),
    ...(promotion.test(text) ? ['promotes: a notice of a recall must not (21 CFR 7.49(c)(2))'] : []),
  ]
}

/** URGENT stands before the subject, whoever wrote it. */
export const subjectLine = ({ occasion, language }: Chosen, subject: string): string =>
  isUrgent(occasion) && !subject.startsWith(labelsIn(language).urgent)
    ? `${labelsIn(language).urgent}: ${subject}`
    : subject
