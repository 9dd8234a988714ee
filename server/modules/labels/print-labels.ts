/**
 * server/modules/labels/print-labels.ts — labels are printed: what each says is written down, and the file is made of that, now or later.
 */
import type { LabelDesign, LabelKind } from '#domain/labels/design.ts'
import type { Db, Tx } from '#platform/db.ts'
import type { Download } from '#platform/http/house.ts'
import { newId } from '#platform/id.ts'
import { nextNumber } from '#platform/numbers.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { addressed, factsOf, type Subject } from './facts/facts-of.ts'
import { labelsPdf } from './print/as-pdf.ts'
import { labelsZpl } from './print/as-zpl.ts'
import { type LaidLabel, layOutAll, type Printing, type Resolution } from './print/lay-out.ts'
import { linkStem } from './setting.ts'
import { labelsMax } from './shapes.ts'
import {
  insertPrint,
  insertPrinted,
  insertTaking,
  type PrintFilter,
  type PrintRow,
  type PrintView,
  printedBefore,
  printedOf,
  printList,
} from './store.ts'
import { templateOf } from './templates.ts'

export type NewPrint = Readonly<{
  id?: string
  kind: LabelKind
  of: readonly string[]
  template: string
  format: PrintRow['format']
  copies?: number
  pack?: number
  resolution?: Resolution
  reason?: string
}>

/** Refuses `not_found`, `label_too_many`, `label_printed_before` without a reason, `label_no_room`. Answers with its id. */
export async function printLabels(tx: Tx, ask: NewPrint): Promise<string> {
  const { id = newId(), kind, of, format, copies = 1, pack = 1, resolution = 203, reason = null } = ask
  if (of.length * copies > labelsMax)
    throw new Refusal('label_too_many', { asked: of.length * copies, most: labelsMax })
  const template = await templateOf(tx, ask.template)
  if (template.kind !== kind)
    throw new Refusal('invalid_input', { problems: [{ at: 'template', message: `must be one for a ${kind}` }] })
  const [subjects, stem] = await Promise.all([factsOf(tx, { kind, of, pack }), linkStem(tx)])
  const { design, name } = template
  await refuseWithoutRoom(design, subjects, { resolution, stem })
  // From here on nobody else prints in this account: who asks at the same time sees this one.
  const number = await nextNumber(tx, 'LP')
  if (reason === null) await refuseRepeated(tx, kind, subjects)
  const counts = { subjects: subjects.length, copies }
  await insertPrint(tx, { id, number, kind, template: name, design, format, resolution, stem, ...counts, reason })
  await insertPrinted(tx, { id, kind }, subjects)
  const after = { number, kind, template: name, labels: subjects.length * copies }
  audit(tx, {
    action: 'label.print',
    subjectKind: 'label',
    subjectId: id,
    after,
    ...(reason === null ? {} : { reason }),
  })
  return id
}

async function refuseWithoutRoom(design: LabelDesign, subjects: readonly Subject[], printing: Printing): Promise<void> {
  const laid = await layOutAll(
    design,
    subjects.map(({ facts }) => facts),
    printing,
  )
  for (const [at, { problems }] of laid.entries()) {
    const [says] = problems
    if (says !== undefined) throw new Refusal('label_no_room', { subject: subjects[at]?.name ?? '', says })
  }
}

async function refuseRepeated(tx: Tx, kind: LabelKind, subjects: readonly Subject[]): Promise<void> {
  const before = await printedBefore(
    tx,
    kind,
    subjects.map(({ id }) => id),
  )
  const [last] = before
  if (!last) return
  const subject = subjects.find(({ id }) => id === last.subjectId)?.name ?? ''
  const { number, madeBy: by, madeAt } = last
  throw new Refusal('label_printed_before', { subject, number, by, on: madeAt.slice(0, 10), others: before.length - 1 })
}

const everything: PrintFilter = { id: null, of: null, kind: null, state: null, before: null, limit: 1 }

export async function prints(db: Db, filter: Partial<PrintFilter>) {
  return (await printList(db, { ...everything, ...filter })).map(told)
}

const told = ({ takenAt, subjects, copies, ...row }: PrintView) => ({
  ...row,
  subjects,
  copies,
  labels: subjects * copies,
  takenAt,
  state: takenAt === null ? ('queued' as const) : ('printed' as const),
})

/** Refuses `not_found`. */
async function printOf(db: Db, id: string): Promise<PrintView> {
  const [print] = await printList(db, { ...everything, id })
  if (!print) throw new Refusal('not_found', { kind: 'label print', id })
  return print
}

/** Refuses `not_found`. */
export async function printDetail(db: Db, id: string) {
  const print = await printOf(db, id)
  const said = await printedOf(db, id)
  const laid = await layOutAll(
    print.design,
    said.map(({ facts }) => facts),
    print,
  )
  const notes = laid.flatMap((label) => label.notes)
  return {
    ...told(print),
    of: said.map(({ id: subjectId, name }) => ({ id: subjectId, name })),
    notes: [...new Set(notes)].slice(0, notesMax),
  }
}
const notesMax = 20

/** The same bytes each time, but for where a parcel goes, which is read where it is kept. */
export async function printFile(db: Db, id: string): Promise<Download> {
  const print = await printOf(db, id)
  const { number, format, copies, design, madeAt, kind } = print
  const facts = await addressed(db, kind, await printedOf(db, id))
  const labels = await layOutAll(design, facts, print)
  if (format === 'zpl')
    return { type: 'application/zpl', name: `${number}.zpl`, content: Buffer.from(labelsZpl(labels, copies)) }
  const pages = labels.flatMap((label) => Array.from<LaidLabel>({ length: copies }).fill(label))
  return { type: 'application/pdf', name: `${number}.pdf`, content: await labelsPdf(`Labels ${number}`, pages, madeAt) }
}

/** A printer gets it, once. Refuses `not_found`, `label_taken`. */
export async function takePrint(tx: Tx, id: string, station: string | null): Promise<void> {
  const [taken] = await insertTaking(tx, (await printOf(tx, id)).id, station)
  if (taken) return
  const { number, takenBy, takenAt } = await printOf(tx, id)
  throw new Refusal('label_taken', { number, by: takenBy ?? '', at: takenAt ?? '' })
}
