import type { Tx } from '#platform/db.ts'
import {
  answerOnce,
  Choice,
  download,
  Exactly,
  type House,
  Id,
  IdParams,
  own,
  PageQuery,
  pageOf,
  RefParams,
  read,
  readCursor,
  sendAnswer,
  Text,
  Type,
  write,
} from '#platform/http/index.ts'
import { isId } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { proveSigner, signerOf } from '../access/index.ts'
import { senderOf } from '../fulfilment/index.ts'
import { certificate } from './certificate.ts'
import { choicesOf, setChoices } from './choices.ts'
import { destroy, reverseDisposal } from './destroy.ts'
import { disposalInFull, everyDisposal, summaryOf } from './disposal-detail.ts'
import { planDisposal } from './plan-disposal.ts'
import { ChoicesShape, DisposalShape, Disposals, NewChoices, NewDisposal, NewSignature } from './shapes.ts'
import { addProofs, cancelDisposal, sign } from './sign.ts'
import { disposalList } from './store.ts'

const tag = 'disposals'

export function disposalsRoutes(house: House): void {
  choosing(house)
  looking(house)
  papers(house)
  drafting(house)
  signing(house)
  ending(house)
}

function choosing(house: House): void {
  read(
    house,
    {
      url: '/v1/disposal-choices',
      needs: 'look',
      tells: 'The reasons and methods that the account chooses from',
      tag,
      answer: ChoicesShape,
    },
    async (db) => await choicesOf(db),
  )
  write(
    house,
    'PUT',
    {
      url: '/v1/disposal-choices',
      needs: 'change account',
      tells: 'Say the reasons and methods to choose from; what was written before keeps its words',
      tag,
      body: NewChoices,
      answer: ChoicesShape,
    },
    async (tx, { body }) => await setChoices(tx, body),
  )
}

function looking(house: House): void {
  read(
    house,
    {
      url: '/v1/disposals',
      needs: 'look',
      tells: 'Disposals, newest first',
      tag,
      query: Exactly({
        state: Type.Optional(Choice(['open', 'destroyed', 'cancelled', 'reversed'])),
        batch: Type.Optional(Id()),
        ...PageQuery,
      }),
      answer: Disposals,
    },
    async (db, { query: { state, batch, cursor, limit = 100 } }) => {
      const [at, id] = readCursor(cursor, 2) ?? [null, null]
      const rows = await disposalList(db, {
        ...everyDisposal,
        state: state ?? null,
        batchId: batch ?? null,
        before: typeof at === 'string' && typeof id === 'string' && isId(id) ? { at, id } : null,
        limit: limit + 1,
      })
      return pageOf(rows.map(summaryOf), limit, (row) => [row.madeAt, row.id])
    },
  )
  read(
    house,
    {
      url: '/v1/disposals/:ref',
      needs: 'look',
      tells: 'A disposal, by id or number, with its signatures and proofs',
      tag,
      params: RefParams(),
      answer: DisposalShape,
    },
    (db, { params: { ref } }) => disposalInFull(db, ref),
  )
}

function papers(house: House): void {
  download(
    house,
    {
      url: '/v1/disposals/:ref/certificate.pdf',
      needs: 'look',
      tells: 'The certificate of destruction',
      tag,
      params: RefParams(),
    },
    async (db, { params: { ref } }) => {
      const disposal = await disposalInFull(db, ref)
      const { number, state, destroyedAt } = disposal
      if (destroyedAt === null) throw new Refusal('disposal_not_destroyed', { number, state })
      const [owner] = await senderOf(db, disposal.warehouseId)
      if (!owner) throw new Error('a disposal has no warehouse')
      return {
        type: 'application/pdf',
        name: `certificate-${number}.pdf`,
        content: await certificate(disposal, owner),
      }
    },
  )
}

function drafting(house: House): void {
  write(
    house,
    'POST',
    {
      url: '/v1/disposals',
      needs: 'dispose',
      tells: 'Write what is to be destroyed, why and how; its cost is proposed from the receipts. Nothing moves yet',
      tag,
      status: 201,
      body: NewDisposal,
      answer: DisposalShape,
    },
    async (tx, { body }) => disposalInFull(tx, (await planDisposal(tx, body)).id),
  )
  write(
    house,
    'POST',
    {
      url: '/v1/disposals/:id/proofs',
      needs: 'dispose',
      tells: 'Add photos and papers that prove it; also later',
      tag,
      params: IdParams(),
      body: Exactly({ files: Type.Array(Id(), { minItems: 1, maxItems: 50 }) }),
      answer: DisposalShape,
    },
    async (tx, { params: { id }, body: { files } }) => {
      await addProofs(tx, id, files)
      return disposalInFull(tx, id)
    },
  )
}

/** The password is looked at before the transaction: a wrong one counts, whatever is rolled back. */
function signing(house: House): void {
  own(
    house,
    'POST',
    {
      url: '/v1/disposals/:id/signatures',
      needs: 'dispose',
      tells:
        'Sign as its witness, or as its author: who is signed in, or with the password of a person at the same screen. Nobody witnesses what is their own',
      tag,
      status: 201,
      bodyBytesMax: 4000,
      params: IdParams(),
      body: NewSignature,
      answer: DisposalShape,
    },
    async (call, { params: { id }, body: { email, password, meaning = 'witness' } }) => {
      const shown = password === undefined ? null : { password, ...(email === undefined ? {} : { email }) }
      const signer = shown
        ? await proveSigner(house.database.open, call.act, { ...shown, needs: 'dispose' })
        : signerOf(call.act)
      const answer = await answerOnce(house, call, 201, async (tx: Tx) => {
        await sign(tx, id, { signer, meaning })
        return disposalInFull(tx, id)
      })
      house.changes.tell(call.act.accountId)
      return sendAnswer(call, answer)
    },
  )
}

const Why = () => Exactly({ reason: Text(1000) })

function ending(house: House): void {
  const shared = { tag, params: IdParams(), answer: DisposalShape }
  write(
    house,
    'POST',
    {
      url: '/v1/disposals/:id/destruction',
      needs: 'dispose',
      tells: 'It is destroyed: it leaves the stock for good. What was promised of it is given back and served anew',
      ...shared,
    },
    async (tx, { params: { id } }) => {
      await destroy(tx, id)
      return disposalInFull(tx, id)
    },
  )
  write(
    house,
    'POST',
    {
      url: '/v1/disposals/:id/cancellation',
      needs: 'dispose',
      tells: 'Give up a draft, with a reason',
      ...shared,
      body: Why(),
    },
    async (tx, { params: { id }, body: { reason } }) => {
      await cancelDisposal(tx, id, reason)
      return disposalInFull(tx, id)
    },
  )
  write(
    house,
    'POST',
    {
      url: '/v1/disposals/:id/reversal',
      needs: 'reverse moves',
      tells: 'It was not destroyed after all: all of it lies where it lay, and the record stays, with the reason',
      ...shared,
      body: Why(),
    },
    async (tx, { params: { id }, body: { reason } }) => {
      await reverseDisposal(tx, id, reason)
      return disposalInFull(tx, id)
    },
  )
}
