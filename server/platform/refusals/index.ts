/**
 * server/platform/refusals/ — every way the business says no: its status and one sentence a person understands.
 *
 * Codes are stable: programs depend on them. The sentence says what is wrong, with the numbers, and what to do.
 */
import { accessRefusals } from './access.ts'
import { alertRefusals } from './alerts.ts'
import { batchRefusals } from './batches.ts'
import { countRefusals } from './counts.ts'
import { disposalRefusals } from './disposals.ts'
import { identifyingRefusals } from './identifying.ts'
import { importRefusals } from './imports.ts'
import { inAndOutRefusals } from './in-and-out.ts'
import { labelRefusals } from './labels.ts'
import { machineRefusals } from './machine.ts'
import { noticeRefusals } from './notices.ts'
import { pickingRefusals } from './picking.ts'
import { productionRefusals } from './production.ts'
import { recallRefusals } from './recalls.ts'
import { repairRefusals } from './repairs.ts'
import { sampleRefusals } from './samples.ts'
import { sealRefusals } from './seal.ts'
import { sellThroughRefusals } from './sell-through.ts'
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
  ...recallRefusals,
  ...noticeRefusals,
  ...sellThroughRefusals,
  ...productionRefusals,
  ...repairRefusals,
  ...disposalRefusals,
  ...alertRefusals,
  ...importRefusals,
  ...labelRefusals,
  ...sealRefusals,
  ...machineRefusals,
} as const
