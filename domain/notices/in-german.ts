/**
 * domain/notices/in-german.ts — the words of notices in German.
 */
import type { InLanguage } from './in-language.ts'

const grave = {
  class_I: 'Sie können schwer schaden oder zum Tod führen.',
  class_II: 'Sie können vorübergehend schaden, in seltenen Fällen schwer.',
  class_III: 'Ein Schaden für die Gesundheit ist nicht wahrscheinlich.',
  unclassified: 'Bis wir mehr wissen, behandeln Sie sie bitte als gefährlich.',
  withdrawal: 'Sie schaden niemandem.',
  stock_recovery: 'Sie schaden niemandem.',
} as const

export const german: InLanguage = {
  labels: {
    urgent: 'DRINGEND',
    dear: (name) => `Guten Tag ${name},`,
    what: 'Was zurückgerufen wird',
    item: ({ product, batch, lastDay, units }) =>
      `${product}, Charge ${batch}${lastDay ? `, haltbar bis ${lastDay}` : ''}: ${units}`,
    units: (certain, most) =>
      most > certain
        ? `Sie haben möglicherweise bis zu ${most} erhalten`
        : `Sie haben ${certain} ${certain === 1 ? 'Einheit' : 'Einheiten'} erhalten`,
    why: 'Warum',
    hazard: 'Was geschehen kann',
    stop: 'Nicht mehr verwenden',
    act: 'Was zu tun ist',
    passOn: 'Sagen Sie es weiter',
    respond: 'Bitte antworten Sie',
    respondHere:
      'Sagen Sie uns hier, wie viele Sie haben und was damit geschehen ist, auch wenn Sie keine mehr haben. Es dauert eine Minute, ohne Anmeldung:',
    contact: (contact) => `Oder erreichen Sie uns: ${contact}`,
    regards: 'Vielen Dank,',
  },
  wording: (occasion, isBusiness) => {
    const isRecall = occasion !== 'withdrawal' && occasion !== 'stock_recovery'
    return {
      subject: isRecall ? 'Produktrückruf: {title} ({number})' : 'Produktrücknahme: {title} ({number})',
      opening: `{brand} nimmt die unten genannten Produkte zurück (${isRecall ? 'Rückruf' : 'Rücknahme'} {number}). Nach unseren Unterlagen haben Sie davon erhalten. ${grave[occasion]}`,
      stop: isBusiness
        ? 'Verkaufen und liefern Sie diese Chargen ab sofort nicht mehr, und stellen Sie beiseite, was Sie haben.'
        : 'Verwenden Sie diese Chargen nicht mehr, und geben Sie sie niemandem.',
      act: isBusiness
        ? 'Zählen Sie, was Sie von diesen Chargen haben, halten Sie es getrennt und gekennzeichnet, und senden Sie es zurück oder vernichten Sie es, wie wir es mit Ihnen vereinbaren.'
        : 'Suchen Sie die Charge auf der Packung. Legen Sie beiseite, was Sie haben, bis Sie geantwortet haben; dann senden Sie es uns zurück oder vernichten es.',
      passOn: isBusiness
        ? 'Wenn Sie davon weitergegeben haben, benachrichtigen Sie sofort alle Empfänger bis zum letzten, mit einer Kopie dieses Schreibens. Teilen Sie uns mit, dass Sie es getan haben.'
        : '',
      closing: 'Bitte entschuldigen Sie die Umstände. Andere Chargen sind nicht betroffen.',
    }
  },
}
