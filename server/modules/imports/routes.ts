import type { Readable } from 'node:stream'
import {
  type Call,
  Exactly,
  type House,
  Id,
  IdParams,
  own,
  sendAnswer,
  Type,
  write,
  written,
} from '#platform/http/index.ts'
import { newId } from '#platform/id.ts'
import { Refusal } from '#platform/refusal.ts'
import { stableId } from '#platform/stable-id.ts'
import { abandon } from './abandon.ts'
import { askCommit, commitImport } from './commit-import.ts'
import { importDetail } from './import-detail.ts'
import { chunkRows } from './in-turn.ts'
import { judgeAnew, judgeImport } from './judge-import.ts'
import { lookRoutes, shown } from './look-routes.ts'
import { refuseUnlessMay, refuseUnlessMayImport } from './may-import.ts'
import { mendRow } from './mend-row.ts'
import { sayColumns } from './say-columns.ts'
import {
  Commit,
  FileBody,
  fileTypes,
  Import,
  ImportedRow,
  MendedRow,
  RowParams,
  SaidColumns,
  UploadQuery,
} from './shapes.ts'
import { upload } from './upload.ts'

const tag = 'imports'

export async function importsRoutes(house: House): Promise<void> {
  await uploading(house)
  lookRoutes(house)
  deciding(house)
  mending(house)
}

/** In a scope of its own: nobody else takes a body that was not read yet. */
async function uploading(house: House): Promise<void> {
  await house.http.register(async (http) => {
    http.addContentTypeParser(fileTypes, (_request, _content, done) => done(null, undefined))
    own(
      { ...house, http },
      'POST',
      {
        url: '/v1/imports',
        needs: 'receive',
        tells:
          'Upload a workbook (XLSX) or CSV, as the body: any encoding, delimiter, names of columns and way to write days, up to 1,000,000 rows. It is judged as a whole, and nothing is written yet',
        tag,
        query: UploadQuery,
        body: FileBody,
        envelope: Type.Unknown(),
        answer: Import,
        status: 201,
      },
      async (call, { query }) => {
        const { kind, name, reference = 'opening stock', sheet = null, missing = 'refuse' } = query
        refuseUnlessMay(house, call.act.role, kind)
        const [key] = call.keyed?.keys ?? []
        const id = query.id ?? (key === undefined ? newId() : stableId('upload', call.act.accountId, key))
        await upload(house, call.act, { id, kind, name, reference, sheet, missing, content: contentOf(call) })
        return answer(house, call, { id, status: 201, work: judgeImport })
      },
    )
  })
}

/** Who breaks off is told nothing; others are told that it broke off. */
async function* contentOf({ request }: Call): AsyncGenerator<Uint8Array> {
  try {
    yield* request.raw as Readable as AsyncIterable<Uint8Array>
  } catch (error) {
    throw new Refusal('unreadable', { why: error instanceof Error ? error.message : 'it broke off.' })
  }
}

type Done = Readonly<{ id: string; status: 200 | 201; work: typeof judgeImport }>

/** What is small is done at once; the job that was enqueued with it finds it done. */
async function answer(house: House, call: Call, { id, status, work }: Done) {
  const { act } = call
  const { rows } = await house.database.read(act, (db) => importDetail(db, id))
  if (rows <= chunkRows) await work(house.database, act, id)
  house.changes.tell(act.accountId)
  const now = await house.database.read(act, (db) => importDetail(db, id))
  return sendAnswer(call, { status, body: written(call.reply, status, now) })
}

function mending(house: House): void {
  write(
    house,
    'PUT',
    {
      url: '/v1/imports/:id/rows/:lineNo',
      needs: 'receive',
      tells: 'Write a row otherwise than it came; it is judged anew, with all that may be of the same batch',
      tag,
      params: RowParams(),
      body: MendedRow,
      answer: ImportedRow,
    },
    async (tx, { params: { id, lineNo }, body: { cells } }) => {
      const of = await refuseUnlessMayImport(house, tx, id)
      return shown(of)(await mendRow(tx, { id, lineNo, cells }))
    },
  )
  own(
    house,
    'PUT',
    {
      url: '/v1/imports/:id/columns',
      needs: 'receive',
      tells:
        'Say which column says what, and how its days are written; all rows are judged anew, and the next file with this first row is read alike',
      tag,
      params: IdParams(),
      body: SaidColumns,
      answer: Import,
    },
    async (call, { params: { id }, body: { columns, fixed = {} } }) => {
      await house.database.write(call.act, async (tx) => {
        await refuseUnlessMayImport(house, tx, id)
        await sayColumns(tx, id, { columns, fixed })
      })
      return answer(house, call, { id, status: 200, work: judgeImport })
    },
  )
}

function deciding(house: House): void {
  own(
    house,
    'PUT',
    {
      url: '/v1/imports/:id/commit',
      needs: 'receive',
      tells:
        'Import all rows or nothing, or the good ones; they are judged anew, and each becomes a receipt, or what it is of',
      tag,
      params: IdParams(),
      body: Commit,
      answer: Import,
    },
    async (call, { params: { id }, body: { mode } }) => {
      await house.database.write(call.act, async (tx) => {
        await refuseUnlessMayImport(house, tx, id)
        await askCommit(tx, id, mode)
      })
      return answer(house, call, { id, status: 200, work: commitImport })
    },
  )
  own(
    house,
    'POST',
    {
      url: '/v1/imports/:id/judgement',
      needs: 'receive',
      tells: 'Judge all rows anew, after what was missing was added',
      tag,
      params: IdParams(),
      answer: Import,
    },
    async (call, { params: { id } }) => {
      await house.database.write(call.act, async (tx) => {
        await refuseUnlessMayImport(house, tx, id)
        await judgeAnew(tx, id)
      })
      return answer(house, call, { id, status: 200, work: judgeImport })
    },
  )
  write(
    house,
    'DELETE',
    {
      url: '/v1/imports/:id',
      needs: 'receive',
      tells: 'Abandon an import of which nothing was committed: its rows go',
      tag,
      params: IdParams(),
      answer: Exactly({ id: Id() }),
    },
    async (tx, { params: { id } }) => {
      await refuseUnlessMayImport(house, tx, id)
      await abandon(tx, id)
      return { id }
    },
  )
}
