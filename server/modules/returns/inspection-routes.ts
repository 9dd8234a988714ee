import { Exactly, type House, Id, IdParams, read, Text, write } from '#platform/http/index.ts'
import { checklistsOf, setChecklist } from './checklists.ts'
import { identify, withdraw } from './identify.ts'
import { inspect } from './inspect.ts'
import { returnByRef } from './return-by-ref.ts'
import {
  Checklists,
  NewChecklist,
  NewIdentification,
  NewInspection,
  NewUnannounced,
  NewWithdrawal,
  Return,
} from './shapes.ts'
import type { JudgeTakenIn } from './taken-in.ts'
import { receiveUnannounced } from './unannounced.ts'
import { undoDecision } from './undo-decision.ts'

const tag = 'returns'

export function inspectionRoutes(house: House, judge: JudgeTakenIn): void {
  arriving(house, judge)
  looking(house)
  labelling(house)
  checking(house)
}

function arriving(house: House, judge: JudgeTakenIn): void {
  write(
    house,
    'POST',
    {
      url: '/v1/unannounced-returns',
      needs: 'return',
      tells:
        'Take in what nobody announced: a return, a refused parcel, one that could not be delivered. Whose it is, order, customer or serial say',
      tag,
      status: 201,
      body: NewUnannounced,
      answer: Return,
    },
    async (tx, { body }) => returnByRef(tx, await receiveUnannounced(tx, body, judge)),
  )
}

function looking(house: House): void {
  write(
    house,
    'POST',
    {
      url: '/v1/returns/:id/inspections',
      needs: 'inspect returns',
      tells:
        'Say what was found of units that came back, and decide: restock, quarantine, refurbish, dispose, return to vendor; also in parts',
      tag,
      status: 201,
      params: IdParams(),
      body: NewInspection,
      answer: Return,
    },
    async (tx, { params: { id }, body }) => {
      await inspect(tx, id, body)
      return returnByRef(tx, id)
    },
  )
  write(
    house,
    'POST',
    {
      url: '/v1/return-decisions/:id/undoing',
      needs: 'inspect returns',
      tells: 'Take a decision back, with a reason: the units stand and lie as before',
      tag,
      params: Exactly({ id: Id() }),
      body: Exactly({ reason: Text(1000) }),
      answer: Return,
    },
    async (tx, { params: { id }, body: { reason } }) => returnByRef(tx, await undoDecision(tx, id, reason)),
  )
}

function labelling(house: House): void {
  write(
    house,
    'POST',
    {
      url: '/v1/returns/:id/identifications',
      needs: 'return',
      tells: 'The batch of units without a label is found out: they come into the ledger as that batch',
      tag,
      status: 201,
      params: IdParams(),
      body: NewIdentification,
      answer: Return,
    },
    async (tx, { params: { id }, body }) => {
      await identify(tx, id, body)
      return returnByRef(tx, id)
    },
  )
  write(
    house,
    'POST',
    {
      url: '/v1/returns/:id/withdrawals',
      needs: 'return',
      tells: 'Units without a label were taken in by mistake, and are not here',
      tag,
      status: 201,
      params: IdParams(),
      body: NewWithdrawal,
      answer: Return,
    },
    async (tx, { params: { id }, body }) => {
      await withdraw(tx, id, body)
      return returnByRef(tx, id)
    },
  )
}

function checking(house: House): void {
  read(
    house,
    {
      url: '/v1/return-checklists',
      needs: 'look',
      tells: 'What is looked at, by category of the product',
      tag,
      answer: Checklists,
    },
    async (db) => ({ items: await checklistsOf(db) }),
  )
  write(
    house,
    'PUT',
    {
      url: '/v1/return-checklists',
      needs: 'change account',
      tells: 'Say what is looked at of a category, or of all that have no list of their own',
      tag,
      body: NewChecklist,
      answer: Checklists,
    },
    async (tx, { body }) => ({ items: await setChecklist(tx, body) }),
  )
}
