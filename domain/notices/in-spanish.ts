/**
 * domain/notices/in-spanish.ts — the words of notices in Spanish.
 */
import type { InLanguage } from './in-language.ts'

const grave = {
  class_I: 'Pueden causar un daño grave o la muerte.',
  class_II: 'Pueden hacer daño por un tiempo, en raros casos grave.',
  class_III: 'No es probable que dañen a nadie.',
  unclassified: 'Hasta que sepamos más, trátelos como peligrosos.',
  withdrawal: 'No dañan a nadie.',
  stock_recovery: 'No dañan a nadie.',
} as const

export const spanish: InLanguage = {
  labels: {
    urgent: 'URGENTE',
    dear: (name) => `Hola ${name}:`,
    what: 'Qué se retira',
    item: ({ product, batch, lastDay, units }) =>
      `${product}, lote ${batch}${lastDay ? `, último día ${lastDay}` : ''}: ${units}`,
    units: (certain, most) =>
      most > certain
        ? `es posible que recibiera hasta ${most} unidades`
        : `recibió ${certain} ${certain === 1 ? 'unidad' : 'unidades'}`,
    why: 'Por qué',
    hazard: 'Qué puede pasar',
    stop: 'Deje de usarlo',
    act: 'Qué hacer',
    passOn: 'Avise a quienes se lo entregó',
    respond: 'Por favor, responda',
    respondHere:
      'Díganos aquí cuántos tiene y qué fue de ellos, aunque ya no le quede ninguno. Es un minuto, sin registrarse:',
    contact: (contact) => `O póngase en contacto con nosotros: ${contact}`,
    regards: 'Gracias,',
  },
  wording: (occasion, isBusiness) => {
    const isRecall = occasion !== 'withdrawal' && occasion !== 'stock_recovery'
    return {
      subject: isRecall ? 'Retirada de producto: {title} ({number})' : 'Devolución de producto: {title} ({number})',
      opening: `{brand} retira los productos indicados abajo (${isRecall ? 'retirada' : 'devolución'} {number}). Según nuestros registros, usted recibió algunos. ${grave[occasion]}`,
      stop: isBusiness
        ? 'Deje de vender y distribuir estos lotes de inmediato y aparte lo que tenga.'
        : 'No use más estos lotes y no se los dé a nadie.',
      act: isBusiness
        ? 'Cuente lo que tiene de estos lotes, guárdelo aparte y marcado, y devuélvalo o destrúyalo como acordemos con usted.'
        : 'Busque el lote en el envase. Guarde aparte lo que tenga hasta que haya respondido; después devuélvanoslo o destrúyalo.',
      passOn: isBusiness
        ? 'Si entregó parte a otros, avise enseguida a todos ellos, hasta el último, con una copia de este aviso. Díganos que lo hizo.'
        : '',
      closing: 'Lamentamos las molestias. Los demás lotes no están afectados.',
    }
  },
}
