import type { Tx } from '#platform/db.ts'
import type { PickAsk } from './pick.ts'

/** What later modules do with what a picker scans; wired in app.ts. */
export type PickHooks = Readonly<{
  /** Goods without batch were to be picked, and a label names one: they become it. Answers with a sentence for the picker, and the batch. */
  before(tx: Tx, waveId: string, ask: PickAsk): Promise<Readonly<{ batchId: string; says: string }> | null>
  /** Once it is picked: what that batch is promised to is held against the rules, and who waits is served. */
  after(tx: Tx, batchId: string): Promise<void>
}>
