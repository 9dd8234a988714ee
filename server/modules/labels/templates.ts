/**
 * server/modules/labels/templates.ts — how labels look: those that are built in, and the account's own.
 */
import { designProblems } from '#domain/labels/check-design.ts'
import { defaultLabels } from '#domain/labels/default-designs.ts'
import type { LabelDesign, LabelKind } from '#domain/labels/design.ts'
import { type Db, sqlState, type Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { isId } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { archiveTemplate, insertTemplate, type TemplateRow, templateRows, updateTemplate } from './store.ts'

const builtIn = defaultLabels.map(({ key, ...label }) => ({
  id: key,
  ...label,
  builtIn: true,
  changedBy: null,
  changedAt: null,
}))
const own = (row: TemplateRow) => ({ ...row, builtIn: false })

/** The account's own first: who made one wants it. */
export async function templates(db: Db, kind: LabelKind | null) {
  const rows = await templateRows(db, { id: null, kind })
  return [...rows.map(own), ...builtIn.filter((one) => kind === null || one.kind === kind)]
}

/** Refuses `not_found`. */
export async function templateOf(db: Db, id: string) {
  const standing = builtIn.find((one) => one.id === id)
  if (standing) return standing
  const [row] = isId(id) ? await templateRows(db, { id, kind: null }) : []
  if (!row) throw new Refusal('not_found', { kind: 'label', id })
  return own(row)
}

type Drawn = Readonly<{ name: string; design: LabelDesign }>

/** Refuses `invalid_input` with all that is wrong with the design, and `label_name_taken`. Answers with its id. */
export async function addTemplate(
  tx: Tx,
  { id = newId(), kind, name, design }: Drawn & { id?: string; kind: LabelKind },
): Promise<string> {
  refuseWrong(kind, design)
  const [made] = await insertTemplate(tx, { id, kind, name, design })
  if (!made) throw new Refusal('label_name_taken', { name })
  audit(tx, { action: 'label.add', subjectKind: 'label', subjectId: id, after: { kind, name } })
  return id
}

/** Refuses `not_found`, what a new one is refused for. */
export async function changeTemplate(tx: Tx, id: string, { name, design }: Drawn): Promise<void> {
  const [before] = await templateRows(tx, { id, kind: null })
  if (!before) throw new Refusal('not_found', { kind: 'label', id })
  refuseWrong(before.kind, design)
  try {
    await updateTemplate(tx, { id, name, design })
  } catch (error) {
    if (sqlState(error) === '23505') throw new Refusal('label_name_taken', { name })
    throw error
  }
  audit(tx, {
    action: 'label.change',
    subjectKind: 'label',
    subjectId: id,
    before: { name: before.name },
    after: { name },
  })
}

/** What was printed with it stays as it was. Refuses `not_found`. */
export async function removeTemplate(tx: Tx, id: string): Promise<void> {
  const [before] = await templateRows(tx, { id, kind: null })
  if (!before) throw new Refusal('not_found', { kind: 'label', id })
  await archiveTemplate(tx, id)
  audit(tx, { action: 'label.remove', subjectKind: 'label', subjectId: id, before: { name: before.name } })
}

function refuseWrong(kind: LabelKind, design: LabelDesign): void {
  const problems = designProblems(kind, design)
  if (problems.length > 0)
    throw new Refusal('invalid_input', { problems: problems.map((one) => ({ ...one, at: `design.${one.at}` })) })
}
