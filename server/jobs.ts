/**
 * server/jobs.ts — the background work of all modules, wired by hand: what one module's change asks of later ones.
 */
import { judgeAlerts } from './modules/alerts/index.ts'
import {
  applyDelivery,
  applyRules,
  continueOffers,
  giveBackNextExpired,
  offerEndedPools,
  type PromiseKey,
  rejudge,
  serveReleased,
} from './modules/allocation/index.ts'
import { drawForMore } from './modules/checks/index.ts'
import { makeClosingFile } from './modules/closing/index.ts'
import { commitImport, judgeImport } from './modules/imports/index.ts'
import { deliverDue } from './modules/notices/index.ts'
import { keepersWatchingLot, sweepHold, sweepHoldsOfLot } from './modules/quality/index.ts'
import { sweepRecall } from './modules/recalls/index.ts'
import { bringOver, judgeRepaired, type Repaired } from './modules/repairs/index.ts'
import { dueAnew } from './modules/samples/index.ts'
import { sealedUntil, sealFacts, verifySeal } from './modules/seal/index.ts'
import type { Act, Tx } from './platform/db.ts'
import type { House } from './platform/http/house.ts'
import { enqueue, type Jobs } from './platform/jobs.ts'
import type { Mailer } from './platform/mail.ts'
import { quarterJobs } from './quarter.ts'

/** Is served in a transaction of its own: here the products of the hold are locked, and products are locked once in a transaction. */
async function lost(tx: Tx, demandIds: readonly string[]): Promise<void> {
  if (demandIds.length > 0) await enqueue(tx, 'lines-released', { cause: 'hold', demandIds: [...new Set(demandIds)] })
}

/** What keeps holds and looks out for the lot takes its second look, in a transaction of its own. */
async function lotFilled(tx: Tx, lotId: string): Promise<void> {
  await lost(tx, await sweepHoldsOfLot(tx, lotId))
  for (const { keeperId } of await keepersWatchingLot(tx, lotId))
    await enqueue(tx, 'holds-kept', { keeperId, demandIds: [] })
}

/** What a module's change asks of later ones, by name. */
export function jobs(house: House, mailer: Mailer | null): Jobs {
  const later = (work: (tx: Tx, facts: Facts) => Promise<unknown>) => async (facts: Facts) => {
    await house.database.write(jobAct(house, facts.accountId), (tx) => work(tx, facts))
    house.changes.tell(facts.accountId)
  }
  return {
    'hold-placed': later(async (tx, { holdId, demandIds }) => {
      await lost(tx, [...(demandIds as string[]), ...(await sweepHold(tx, holdId as string))])
    }),
    'holds-kept': later(async (tx, { keeperId, demandIds }) => {
      await lost(tx, [...(demandIds as string[]), ...(await sweepRecall(tx, keeperId as string))])
      await enqueue(tx, 'recall-wider', { recallId: keeperId })
    }),
    'recall-wider': later((tx, { recallId }) => drawForMore(tx, recallId as string)),
    'recall-ended': closed(house, later),
    'hold-lifted': later(continueOffers),
    'lot-filled': later((tx, { lotId }) => lotFilled(tx, lotId as string)),
    ...batchJobs(house, later),
    'batches-expired': async ({ accountId, after, cause }) => {
      await giveBackNextExpired(house.database, jobAct(house, accountId), {
        after: (after as PromiseKey | undefined) ?? null,
        cause: cause === 'delivery' ? 'delivery' : 'expiry',
      })
      house.changes.tell(accountId)
    },
    'pools-ended': later(offerEndedPools),
    'delivery-changed': async ({ accountId }) => {
      await applyDelivery(house.database, jobAct(house, accountId))
      house.changes.tell(accountId)
    },
    'rules-changed': async ({ accountId, ruleIds, after }) => {
      const applying = { ruleIds: ruleIds as string[], after: (after as string | undefined) ?? null }
      await applyRules(house.database, jobAct(house, accountId), applying)
      house.changes.tell(accountId)
    },
    ...importJobs(house),
    ...noticeJobs(house, mailer),
    ...sealJobs(house),
    'lines-released': later((tx, facts) => serveReleased(tx, facts as Facts & Released)),
    'offers-open': later(continueOffers),
    ...quarterJobs(house, { mailer, actOf: (accountId) => jobAct(house, accountId) }),
  }
}

/** Sealed first, so that the checkpoint in the file stands for all of the recall, its end included. */
function closed(house: House, later: Later): Jobs[string] {
  const close = later((tx, { recallId }) => makeClosingFile(tx, recallId as string, sealedUntil))
  return async (facts) => {
    await sealFacts(house.database, jobAct(house, facts.accountId))
    await close(facts)
  }
}

type Later = (work: (tx: Tx, facts: Facts) => Promise<unknown>) => Jobs[string]

/** What follows where a batch got another date, or became another one. */
const batchJobs = (house: House, later: Later): Jobs => ({
  'batch-dates-corrected': later(async (tx, facts) => {
    const [batchId, productId] = [facts.batchId as string, facts.productId as string]
    await rejudge(tx, { batchIds: [batchId], productId })
    await dueAnew(tx, batchId)
    await enqueue(tx, 'alerts-due', { batchIds: [batchId] })
  }),
  'batch-repaired': later(async (tx, facts) => {
    const repaired = facts as Facts & Repaired
    await judgeRepaired(tx, repaired)
    await enqueue(tx, 'alerts-due', { batchIds: repaired.batchIds })
  }),
  'alerts-due': async ({ accountId, batchIds }) => {
    const concerned = (batchIds as string[] | undefined) ?? null
    const changed = await judgeAlerts(house.database, jobAct(house, accountId), concerned)
    if (changed > 0) house.changes.tell(accountId)
  },
  'merged-batch-came': later((tx, { batchId }) => bringOver(tx, batchId as string)),
})

/** Of a person's file, in transactions of their own: what is done of it stays done. */
function importJobs(house: House): Jobs {
  const apart = (work: typeof judgeImport) => async (facts: Facts) => {
    await work(house.database, jobAct(house, facts.accountId), facts.importId as string)
    house.changes.tell(facts.accountId)
  }
  return { 'import-uploaded': apart(judgeImport), 'commit-asked': apart(commitImport) }
}

/** Where no mail leaves, what waits stays until one does. */
const noticeJobs = (house: House, mailer: Mailer | null): Jobs => ({
  'notices-due': async ({ accountId }) => {
    if (!mailer) return
    const act = () => jobAct(house, accountId)
    await deliverDue({ database: house.database, mailer, act, tell: () => house.changes.tell(accountId) })
  },
})

/** What the proof reads and writes is nobody's stock: no page changes by it. */
const sealJobs = (house: House): Jobs => ({
  'seal-due': async ({ accountId }) => {
    await sealFacts(house.database, jobAct(house, accountId))
  },
  'seal-verification-asked': async ({ accountId, verificationId }) => {
    await verifySeal(house.database, jobAct(house, accountId), verificationId as string)
    house.changes.tell(accountId)
  },
})

type Released = Parameters<typeof serveReleased>[1]
type Facts = { accountId: string } & Record<string, unknown>

const jobAct = ({ clock }: House, accountId: string): Act => ({
  accountId,
  actorId: null,
  actorName: 'Firstout',
  role: 'owner',
  source: 'job',
  requestId: null,
  at: clock.now(),
})
