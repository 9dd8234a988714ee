/**
 * domain/notices/in-english.ts — the words of notices in English.
 */
import type { InLanguage } from './in-language.ts'

const grave = {
  class_I: 'It may cause serious harm or death.',
  class_II: 'It may harm you for a while, or seriously in rare cases.',
  class_III: 'It is not likely to harm anybody.',
  unclassified: 'Until we know more, treat it as dangerous.',
  withdrawal: 'It does not harm anybody.',
  stock_recovery: 'It does not harm anybody.',
} as const

export const english: InLanguage = {
  labels: {
    urgent: 'URGENT',
    dear: (name) => `Dear ${name},`,
    what: 'What is recalled',
    item: ({ product, batch, lastDay, units }) =>
      `${product}, batch ${batch}${lastDay ? `, last day ${lastDay}` : ''}: ${units}`,
    units: (certain, most) =>
      most > certain ? `you may have got up to ${most}` : `you got ${certain} ${certain === 1 ? 'unit' : 'units'}`,
    why: 'Why',
    hazard: 'What it can do',
    stop: 'Stop',
    act: 'What to do',
    passOn: 'Tell those you supplied',
    respond: 'Please answer',
    respondHere:
      'Tell us here how many you have and what became of them, also if you have none left. It takes a minute, without signing in:',
    contact: (contact) => `Or reach us: ${contact}`,
    regards: 'Thank you,',
  },
  wording: (occasion, isBusiness) => {
    const isRecall = occasion !== 'withdrawal' && occasion !== 'stock_recovery'
    const word = isRecall ? 'recall' : 'withdrawal'
    return {
      subject: isRecall ? 'Product recall: {title} ({number})' : 'Product withdrawal: {title} ({number})',
      opening: `{brand} takes back the products below (${word} {number}). Our records show that you got some of them. ${grave[occasion]}`,
      stop: isBusiness
        ? 'Stop selling and distributing these batches at once, and set aside what you have.'
        : 'Do not use these batches any more, and give them to nobody.',
      act: isBusiness
        ? 'Count what you have of these batches, keep it apart and marked, and send it back or destroy it as we agree with you.'
        : 'Look for the batch on the pack. Keep what you have apart until you have answered, then send it back to us or destroy it.',
      passOn: isBusiness
        ? 'If you passed any of it on, tell those who got it at once, with a copy of this notice, down to the last one. Tell us that you did.'
        : '',
      closing: 'We are sorry for the trouble. Other batches are not concerned.',
    }
  },
}
