/**
 * server/platform/refusals/ — every way the business says no: its status and one sentence a person understands.
 *
 * Codes are stable: programs depend on them. The sentence says what is wrong, with the numbers, and what to do.
 */
import { accessRefusals } from './access.ts'
import { batchRefusals } from './batches.ts'
import { countRefusals } from './counts.ts'
import { disposalRefusals } from './disposals.ts'
import { identifyingRefusals } from './identifying.ts'
import { inAndOutRefusals } from './in-and-out.ts'
import { machineRefusals } from './machine.ts'
import { pickingRefusals } from './picking.ts'
import { repairRefusals } from './repairs.ts'
import { sampleRefusals } from './samples.ts'
import { stockRefusals } from './stock.ts'
import { storageRefusals } from './storage.ts'
import { transferRefusals } from './transfers.ts'

export const refusals = {
  ...accessRefusals,
  ...batchRefusals,
  ...stockRefusals,
  ...storageRefusals,
  ...inAndOutRefusals,
  ...pickingRefusals,
  ...transferRefusals,
  ...identifyingRefusals,
  ...countRefusals,
  ...sampleRefusals,
  ...repairRefusals,
  ...disposalRefusals,
  ...machineRefusals,
} as const
