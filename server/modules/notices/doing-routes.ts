/**
 * server/modules/notices/doing-routes.ts — mails and letters go out, bounces come in, calls are noted, over HTTP.
 */
import { audiences, languages, occasionOf } from '#domain/notices/choices.ts'
import type { Db } from '#platform/db.ts'
import {
  type Call,
  Choice,
  Exactly,
  type House,
  Id,
  IdParams,
  own,
  RefParams,
  read,
  Text,
  Type,
  write,
} from '#platform/http/index.ts'
import type { Mailer } from '#platform/mail.ts'
import { Refusal } from '#platform/refusal.ts'
import { recallByRef } from '../recalls/index.ts'
import { noteCall } from './answer.ts'
import { cameBackByHand, cameBackByMail } from './come-back.ts'
import { composeNotice } from './compose-notice.ts'
import { linkOf } from './links.ts'
import { printLetters } from './print-letters.ts'
import { recipientsOf } from './recipients.ts'
import { sayAudience } from './say-audience.ts'
import { sendWave } from './send-wave.ts'
import { noticeSetting } from './setting.ts'
import { Call as CallShape, Previewed } from './shapes.ts'
import { ownWordings } from './wordings.ts'

const tag = 'notices'

export function doingRoutes(house: House, mailer: Mailer | null): void {
  preview(house)
  sending(house, mailer)
  letters(house, mailer)
  comingBack(house)
  calling(house)
  sayingAudience(house)
}

function preview(house: House): void {
  read(
    house,
    {
      url: '/v1/recalls/:ref/notice-preview',
      needs: 'see contacts',
      tells:
        'The notice as a real recipient would read it: the named one, or the first of an audience and language; nothing is sent',
      tag,
      params: RefParams(),
      query: Exactly({
        recipient: Type.Optional(Id()),
        audience: Type.Optional(Choice(audiences)),
        language: Type.Optional(Choice(languages)),
      }),
      answer: Previewed,
    },
    async (db, { params: { ref }, query }) => previewed(db, ref, query),
  )
}

type PreviewAsk = Readonly<{
  recipient?: string
  audience?: (typeof audiences)[number]
  language?: (typeof languages)[number]
}>

/** In the audience and language that are asked for, also of a recipient of another one. */
async function previewed(db: Db, ref: string, ask: PreviewAsk) {
  const recall = await recallByRef(db, ref)
  const [all, usual] = await Promise.all([recipientsOf(db, recall), noticeSetting(db)])
  const fits = all.find(
    ({ audience, language }) => audience === (ask.audience ?? audience) && language === (ask.language ?? language),
  )
  const one = ask.recipient === undefined ? (fits ?? all[0]) : all.find(({ id }) => id === ask.recipient)
  if (ask.recipient !== undefined && !one) throw new Refusal('not_found', { kind: 'recipient', id: ask.recipient })
  const occasion = occasionOf(recall)
  const { audience, language } = {
    ...usual,
    ...one,
    ...(ask.audience ? { audience: ask.audience } : {}),
    ...(ask.language ? { language: ask.language } : {}),
  }
  const chosen = { occasion, audience, language }
  const version = (await ownWordings(db, occasion))(chosen)?.version ?? null
  const link = linkOf('https://…', '…')
  const notice = await composeNotice(db, {
    recall,
    chosen,
    version,
    name: one?.contact.name ?? null,
    told: one?.items ?? [],
    link,
  })
  return { ...notice, passages: [...notice.passages], recipientId: one?.id ?? null } as never
}

const Contact = () =>
  Type.Optional({
    ...Text(300),
    description: 'How customers reach you; kept in the settings where nothing is kept yet',
  })

function sending(house: House, mailer: Mailer | null): void {
  write(
    house,
    'POST',
    {
      url: '/v1/recalls/:id/waves',
      needs: 'recall',
      tells: 'Mail everybody who was not told yet, or who stays silent; it goes out in the background',
      tag,
      status: 201,
      params: IdParams(),
      body: Exactly({ to: Choice(['untold', 'silent']), contact: Contact() }),
      answer: Type.Object({ id: Id(), number: Type.Integer(), recipients: Type.Integer() }),
    },
    async (tx, { params: { id }, body }) => {
      await recallByRef(tx, id)
      if (!mailer) throw new Refusal('mail_not_configured', {})
      return sendWave(tx, id, body)
    },
  )
}

function letters(house: House, mailer: Mailer | null): void {
  own(
    house,
    'POST',
    {
      url: '/v1/recalls/:id/letters',
      needs: 'see contacts',
      tells: 'Letters as one PDF, for all whom no mail reaches or for those named, 500 at a time; they count as sent',
      tag,
      params: IdParams(),
      body: Exactly({
        recipients: Type.Optional(Type.Array(Id(), { minItems: 1, maxItems: 500 })),
        contact: Contact(),
        byHand: Type.Optional(
          Type.Boolean({
            description:
              'Of those named: also whose address no letter can show; it is left open, to be written by hand',
          }),
        ),
      }),
      answer: Type.Any(),
    },
    async (call, { params: { id: recallId }, body }) => {
      const { act, reply } = call
      const publicUrl = mailer?.publicUrl ?? ownAddress(call)
      const { recipients: only = null, byHand = false, contact } = body
      const ask = { recallId, only, byHand, contact, mailer, publicUrl }
      const content = await printLetters(house.database, act, ask)
      house.changes.tell(act.accountId)
      return reply
        .header('content-type', 'application/pdf')
        .header('content-disposition', 'inline; filename="letters.pdf"')
        .header('cache-control', 'no-store')
        .send(content)
    },
  )
}

/** Where nothing else is said, customers answer where whoever prints the letters works. */
const ownAddress = ({ request }: Call): string => `${request.protocol}://${request.host}`

function comingBack(house: House): void {
  write(
    house,
    'POST',
    {
      url: '/v1/recalls/:id/bounces',
      needs: 'recall',
      tells:
        'A mail or letter did not arrive: the message of the mail server as it came, or a recipient and what a person saw',
      tag,
      status: 201,
      params: IdParams(),
      body: Exactly({
        message: Type.Optional({ ...Text(200_000), description: 'The message of the mail server (RFC 3464), whole' }),
        recipient: Type.Optional(Id()),
        reason: Type.Optional(Text(500)),
      }),
      answer: Type.Object({ recipientId: Id() }),
    },
    async (tx, { params: { id: recallId }, body: { message, recipient, reason } }) => {
      await recallByRef(tx, recallId)
      if (message !== undefined && recipient === undefined)
        return { recipientId: await cameBackByMail(tx, recallId, message) }
      if (recipient === undefined || reason === undefined || message !== undefined)
        throw new Refusal('invalid_input', {
          problems: [{ at: '', message: 'Give the message, or a recipient with a reason.' }],
        })
      return { recipientId: await cameBackByHand(tx, { recallId, recipientId: recipient, reason }) }
    },
  )
}

function calling(house: House): void {
  write(
    house,
    'POST',
    {
      url: '/v1/recalls/:id/recipients/:recipientId/calls',
      needs: 'recall',
      tells: 'Write down a call: whether somebody was reached, what they said, and what became of their units',
      tag,
      status: 201,
      params: Exactly({ id: Id(), recipientId: Id() }),
      body: CallShape,
      answer: Type.Object({ recipientId: Id() }),
    },
    async (tx, { params: { id: recallId, recipientId }, body }) => {
      await noteCall(tx, { recallId, recipientId, ...body })
      return { recipientId }
    },
  )
}

function sayingAudience(house: House): void {
  write(
    house,
    'POST',
    {
      url: '/v1/recalls/:id/audiences',
      needs: 'recall',
      tells:
        'Say as whom customers are told, of whom nothing says whether they are a business: those named, or all of a recall; it is kept with them',
      tag,
      params: IdParams(),
      body: Exactly({
        audience: Choice(audiences),
        customers: Type.Optional(Type.Array(Id(), { minItems: 1, maxItems: 500 })),
      }),
      answer: Type.Object({ customers: Type.Integer({ description: 'Of whom it was said' }) }),
    },
    (tx, { params: { id }, body }) => sayAudience(tx, id, body),
  )
}
