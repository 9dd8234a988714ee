/**
 * domain/notices/in-french.ts — the words of notices in French.
 */
import type { InLanguage } from './in-language.ts'

const grave = {
  class_I: 'Ils peuvent causer un dommage grave ou la mort.',
  class_II: 'Ils peuvent nuire pour un temps, gravement dans de rares cas.',
  class_III: 'Un dommage pour la santé est peu probable.',
  unclassified: "Tant que nous n'en savons pas plus, considérez-les comme dangereux.",
  withdrawal: 'Ils ne nuisent à personne.',
  stock_recovery: 'Ils ne nuisent à personne.',
} as const

export const french: InLanguage = {
  labels: {
    urgent: 'URGENT',
    dear: (name) => `Bonjour ${name},`,
    what: 'Ce qui est rappelé',
    item: ({ product, batch, lastDay, units }) =>
      `${product}, lot ${batch}${lastDay ? `, à utiliser jusqu'au ${lastDay}` : ''} : ${units}`,
    units: (certain, most) =>
      most > certain
        ? `vous avez peut-être reçu jusqu'à ${most} unités`
        : `vous avez reçu ${certain} ${certain === 1 ? 'unité' : 'unités'}`,
    why: 'Pourquoi',
    hazard: 'Le danger',
    stop: 'Ne plus utiliser',
    act: 'Que faire',
    passOn: 'Prévenez ceux que vous avez livrés',
    respond: 'Merci de répondre',
    respondHere:
      "Dites-nous ici combien vous en avez et ce qu'ils sont devenus, même s'il ne vous en reste aucun. Une minute suffit, sans inscription :",
    contact: (contact) => `Ou contactez-nous : ${contact}`,
    regards: 'Merci,',
  },
  wording: (occasion, isBusiness) => {
    const isRecall = occasion !== 'withdrawal' && occasion !== 'stock_recovery'
    return {
      subject: isRecall ? 'Rappel de produit : {title} ({number})' : 'Retrait de produit : {title} ({number})',
      opening: `{brand} reprend les produits ci-dessous (${isRecall ? 'rappel' : 'retrait'} {number}). Selon nos dossiers, vous en avez reçu. ${grave[occasion]}`,
      stop: isBusiness
        ? 'Cessez immédiatement de vendre et de distribuer ces lots, et mettez de côté ce que vous avez.'
        : "N'utilisez plus ces lots et ne les donnez à personne.",
      act: isBusiness
        ? 'Comptez ce que vous avez de ces lots, gardez-le à part et marqué, puis renvoyez-le ou détruisez-le comme convenu avec nous.'
        : "Cherchez le lot sur l'emballage. Gardez à part ce que vous avez jusqu'à votre réponse, puis renvoyez-le-nous ou détruisez-le.",
      passOn: isBusiness
        ? "Si vous en avez cédé, prévenez sans attendre tous ceux qui en ont reçu, jusqu'au dernier, avec une copie de cet avis. Dites-nous que vous l'avez fait."
        : '',
      closing: 'Nous vous prions de nous excuser. Les autres lots ne sont pas concernés.',
    }
  },
}
