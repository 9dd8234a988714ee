/**
 * web/shared/audience-words.ts — languages and audiences of notices, as they are called.
 */
import type { Audience, Language } from '#domain/notices/choices.ts'

export const languageWords: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'German',
  fr: 'French',
  es: 'Spanish',
}
/** In a sentence: they are told as … */
export const toldAs: Readonly<Record<Audience, string>> = {
  consumer: 'consumers',
  retail: 'retailers',
  wholesale: 'wholesalers',
}
export const audienceWords: Readonly<Record<Audience, string>> = {
  consumer: 'Consumer',
  retail: 'Retailer',
  wholesale: 'Wholesaler',
}
