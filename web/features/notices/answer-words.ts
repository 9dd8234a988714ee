/**
 * web/features/notices/answer-words.ts — the words of the answer page, in the language of whoever answers.
 */
import type { Language } from '#domain/notices/choices.ts'

export type AnswerWords = Readonly<{
  batch: string
  got: (quantity: number, most: number) => string
  howMany: string
  hint: string
  have: string
  destroyed: string
  returning: string
  used: string
  name: string
  remark: string
  photo: string
  photos: (count: number) => string
  send: string
  again: string
  thanks: string
  answered: (day: string) => string
  over: string
  contact: string
  nothing: string
}>

export const answerWords: Readonly<Record<Language, AnswerWords>> = {
  en: {
    batch: 'Batch',
    got: (quantity, most) => (most > quantity ? `You may have got up to ${most}.` : `You got ${quantity}.`),
    howMany: 'How many are there, and what became of them?',
    hint: 'Put 0 or leave a field empty where there are none. You can come back and answer again.',
    have: 'I still have',
    destroyed: 'I destroyed',
    returning: 'I am sending back',
    used: 'Used or sold on',
    name: 'Your name',
    remark: 'Anything we should know',
    photo: 'Add a photo as proof',
    photos: (count) => `${count} of 3 photos`,
    send: 'Send the answer',
    again: 'Answer again',
    thanks: 'Thank you. Your answer has arrived.',
    answered: (day) => `You answered on ${day}. A new answer takes its place.`,
    over: 'This recall has ended. Nothing more has to be answered.',
    contact: 'Reach us',
    nothing: 'Say for at least one field how many, or 0.',
  },
  de: {
    batch: 'Charge',
    got: (quantity, most) =>
      most > quantity ? `Sie haben möglicherweise bis zu ${most} erhalten.` : `Sie haben ${quantity} erhalten.`,
    howMany: 'Wie viele sind es, und was ist damit geschehen?',
    hint: 'Tragen Sie 0 ein oder lassen Sie ein Feld leer, wo es keine gibt. Sie können später noch einmal antworten.',
    have: 'Habe ich noch',
    destroyed: 'Vernichtet',
    returning: 'Sende ich zurück',
    used: 'Verbraucht oder verkauft',
    name: 'Ihr Name',
    remark: 'Was wir noch wissen sollten',
    photo: 'Foto als Nachweis hinzufügen',
    photos: (count) => `${count} von 3 Fotos`,
    send: 'Antwort senden',
    again: 'Noch einmal antworten',
    thanks: 'Vielen Dank. Ihre Antwort ist angekommen.',
    answered: (day) => `Sie haben am ${day} geantwortet. Eine neue Antwort tritt an ihre Stelle.`,
    over: 'Dieser Rückruf ist beendet. Es ist nichts mehr zu beantworten.',
    contact: 'So erreichen Sie uns',
    nothing: 'Sagen Sie für wenigstens ein Feld, wie viele, oder 0.',
  },
  fr: {
    batch: 'Lot',
    got: (quantity, most) =>
      most > quantity ? `Vous en avez peut-être reçu jusqu'à ${most}.` : `Vous en avez reçu ${quantity}.`,
    howMany: 'Combien y en a-t-il, et que sont-ils devenus ?',
    hint: "Mettez 0 ou laissez vide s'il n'y en a pas. Vous pouvez revenir et répondre encore.",
    have: "J'en ai encore",
    destroyed: "J'ai détruit",
    returning: 'Je renvoie',
    used: 'Utilisés ou revendus',
    name: 'Votre nom',
    remark: 'Autre chose à nous dire',
    photo: 'Ajouter une photo comme preuve',
    photos: (count) => `${count} photos sur 3`,
    send: 'Envoyer la réponse',
    again: 'Répondre encore',
    thanks: 'Merci. Votre réponse est arrivée.',
    answered: (day) => `Vous avez répondu le ${day}. Une nouvelle réponse la remplace.`,
    over: "Ce rappel est terminé. Il n'y a plus rien à répondre.",
    contact: 'Nous contacter',
    nothing: 'Indiquez un nombre dans au moins un champ, ou 0.',
  },
  es: {
    batch: 'Lote',
    got: (quantity, most) => (most > quantity ? `Es posible que recibiera hasta ${most}.` : `Recibió ${quantity}.`),
    howMany: '¿Cuántos hay y qué fue de ellos?',
    hint: 'Ponga 0 o deje vacío lo que no haya. Puede volver y responder otra vez.',
    have: 'Todavía tengo',
    destroyed: 'He destruido',
    returning: 'Devuelvo',
    used: 'Usados o vendidos',
    name: 'Su nombre',
    remark: 'Algo más que debamos saber',
    photo: 'Añadir una foto como prueba',
    photos: (count) => `${count} de 3 fotos`,
    send: 'Enviar la respuesta',
    again: 'Responder otra vez',
    thanks: 'Gracias. Su respuesta ha llegado.',
    answered: (day) => `Respondió el ${day}. Una respuesta nueva la sustituye.`,
    over: 'Esta retirada ha terminado. Ya no hay nada que responder.',
    contact: 'Póngase en contacto',
    nothing: 'Diga un número en al menos un campo, o 0.',
  },
}
