/**
 * server/modules/access/audit-routes.ts — who changed what: as a list, and as a spreadsheet for whoever inspects.
 */
import { csv } from '#platform/http/csv.ts'
import {
  Choice,
  download,
  Exactly,
  type House,
  Id,
  Instant,
  Nullable,
  Page,
  PageQuery,
  pageOf,
  read,
  readCursor,
  type Static,
  Type,
} from '#platform/http/index.ts'
import { auditKinds, changedWords } from './audit-words.ts'
import { auditRows } from './store.ts'

const tag = 'access'
const AuditEntry = Type.Object({
  id: Id(),
  at: Instant(),
  actorName: Type.String(),
  source: Type.String(),
  requestId: Nullable(Type.String()),
  action: Type.String(),
  subjectKind: Type.String(),
  subjectId: Id(),
  before: Type.Unknown(),
  after: Type.Unknown(),
  reason: Nullable(Type.String()),
})
const filters = {
  subject: Type.Optional(Id()),
  kind: Type.Optional(Choice(auditKinds)),
  who: Type.Optional(Type.String({ maxLength: 200, description: 'Part of the name of the person or key' })),
  from: Type.Optional(Instant()),
  until: Type.Optional(Instant()),
  text: Type.Optional(
    Type.String({
      maxLength: 200,
      description: 'Part of the number or name of a thing, the reason, the address or the request',
    }),
  ),
}
const Filter = Exactly(filters)
const filterOf = ({ subject, kind, who, from, until, text }: Static<typeof Filter>) => ({
  subjectId: subject ?? null,
  kind: kind ?? null,
  who: who ?? null,
  from: from ?? null,
  until: until ?? null,
  text: text ?? null,
})
const columns = {
  at: 'When',
  actorName: 'Who',
  source: 'From',
  requestId: 'Request',
  action: 'Did',
  subjectKind: 'To what',
  called: 'Number or name',
  subjectId: 'Id',
  changed: 'What changed',
  reason: 'Why',
}
const csvRowsMax = 1_000_000

export function auditRoutes(house: House): void {
  read(
    house,
    {
      url: '/v1/audit',
      needs: 'read audit',
      tells: 'Who changed what, newest first',
      tag,
      query: Exactly({ ...filters, ...PageQuery }),
      answer: Page(AuditEntry),
    },
    async (db, { query: { cursor, limit = 100, ...filter } }) => {
      const [beforeId] = readCursor(cursor, 1) ?? [null]
      const rows = await auditRows(db, {
        ...filterOf(filter),
        beforeId: typeof beforeId === 'string' ? beforeId : null,
        limit: limit + 1,
      })
      return pageOf(rows, limit, ({ id }) => [id])
    },
  )
  download(
    house,
    { url: '/v1/audit.csv', needs: 'read audit', tells: 'The same as a spreadsheet, complete', tag, query: Filter },
    async (db, { query }) => {
      const rows = await auditRows(db, { ...filterOf(query), beforeId: null, limit: csvRowsMax })
      const told = rows.map((row) => ({ ...row, changed: changedWords(row) }))
      return { type: 'text/csv; charset=utf-8', name: 'audit.csv', content: csv(columns, told) }
    },
  )
}
