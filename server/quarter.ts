/**
 * server/quarter.ts — what each quarter of an hour asks for, account by account: days and terms that passed, and what waits to be sealed or forgotten.
 */
import { accountIds, forgetOldFailures } from './modules/access/index.ts'
import { lookForAlerts } from './modules/alerts/index.ts'
import { lookForEndedPools, lookForExpired, lookForTurnedRules } from './modules/allocation/index.ts'
import { forgetCutOff } from './modules/imports/index.ts'
import { openDue } from './modules/mocks/index.ts'
import { askSilentAgain, eraseDue, resumeDue } from './modules/notices/index.ts'
import { mergedToBring } from './modules/repairs/index.ts'
import { askSeal } from './modules/seal/index.ts'
import type { Act, Database } from './platform/db.ts'
import { forgetAnswers } from './platform/forget-answers.ts'
import type { House } from './platform/http/house.ts'
import { enqueue, type Jobs } from './platform/jobs.ts'
import type { Mailer } from './platform/mail.ts'

type Step = (database: Database, act: Act) => Promise<unknown>

/** In this order; what the others wrote is sealed last. None waits for another. */
const steps = (mailer: Mailer | null): readonly Step[] => [
  lookForExpired,
  lookForTurnedRules,
  lookForEndedPools,
  mergedToBring,
  lookForAlerts,
  openDue,
  ...(mailer ? [askSilentAgain] : []),
  resumeDue,
  eraseDue,
  forgetAnswers,
  forgetCutOff,
  askSeal,
]

type Quarter = Readonly<{ mailer: Mailer | null; actOf: (accountId: string) => Act }>

/** Each account has a job of its own: where one fails, it alone is told in the log and tried again. */
export const quarterJobs = (house: House, { mailer, actOf }: Quarter): Jobs => ({
  'time-passed': async () => {
    const ids = await accountIds(house.database.open)
    await each(ids, (accountId) =>
      house.database.write(actOf(accountId), (tx) => enqueue(tx, 'account-time-passed', {}, 'all')),
    )
    await forgetOldFailures(house.database.open, house.clock.now())
  },
  'account-time-passed': ({ accountId }) => each(steps(mailer), (step) => step(house.database, actOf(accountId))),
})

/** Does all, however ill it goes with one, and then fails with the first that failed. */
async function each<T>(all: readonly T[], work: (one: T) => Promise<unknown>): Promise<void> {
  const failures: unknown[] = []
  for (const one of all) await work(one).catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw failures[0]
}
