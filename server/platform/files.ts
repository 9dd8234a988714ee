/**
 * server/platform/files.ts — photos and papers, kept as they came, in the database and so in its backup. What a file is, its first
 * bytes say; the name and the sender are not believed. It is read as what it was found to be, and as nothing else.
 */
import type { Instant } from './clock.ts'
import type { Db, Tx } from './db.ts'
import { type Call, type House, own, write } from './http/house.ts'
import { Exactly, Id, IdParams, Instant as InstantShape, Text, Type } from './http/schema.ts'
import { newId } from './id.ts'
import { Refusal } from './refusal.ts'

/** Where they lie, for whoever reads all tables. */
export const fileTable = 'platform.file'
export const fileBytesMax = 5 * 1024 * 1024
export const fileTypes = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const
export type FileType = (typeof fileTypes)[number]
export type FileRow = {
  id: string
  name: string
  contentType: FileType
  bytes: number
  addedBy: string
  addedAt: Instant
}

/** By the first bytes, as their standards have them; null for all that is not kept. */
export function fileType(content: Buffer): FileType | null {
  const begins = (bytes: string, at = 0) => content.subarray(at, at + bytes.length).equals(Buffer.from(bytes, 'latin1'))
  if (begins('\xff\xd8\xff')) return 'image/jpeg'
  if (begins('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (begins('RIFF') && begins('WEBP', 8)) return 'image/webp'
  return begins('%PDF-') ? 'application/pdf' : null
}

export const filesById = (db: Db, ids: readonly string[]) => db<FileRow[]>`
  select id, name, content_type, length(content) as bytes, added_by, added_at from platform.file
  where account_id = ${db.act.accountId} and id = any(${ids as string[]}::uuid[]) order by added_at, id`

/** Each once, in the order named. Refuses `not_found`. */
export async function refuseUnknownFiles(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const known = new Set((await filesById(db, ids)).map(({ id }) => id))
  const strange = ids.find((id) => !known.has(id))
  if (strange !== undefined) throw new Refusal('not_found', { kind: 'file', id: strange })
}

const contentOf = (db: Db, id: string) => db<{ name: string; contentType: FileType; content: Buffer }[]>`
  select name, content_type, content from platform.file where account_id = ${db.act.accountId} and id = ${id}`

const insertFile = (tx: Tx, row: Readonly<{ id: string; name: string; contentType: FileType; content: Buffer }>) => tx`
  insert into platform.file (account_id, id, name, content_type, content, added_by, added_at)
  values (${tx.act.accountId}, ${row.id}, ${row.name}, ${row.contentType}, ${row.content}, ${tx.act.actorName}, ${tx.act.at})`

type NewFile = Readonly<{ id?: string; name: string; content: string }>

/** Refuses `invalid_input` for what is no photo or paper, or too large. */
async function keepFile(tx: Tx, { id = newId(), name, content }: NewFile): Promise<FileRow> {
  const { bytes, contentType } = readFileContent(content)
  await insertFile(tx, { id, name, contentType, content: bytes })
  return { id, name, contentType, bytes: bytes.length, addedBy: tx.act.actorName, addedAt: tx.act.at }
}

/** From base64. Refuses as `keepFile` does. */
export function readFileContent(content: string): { bytes: Buffer; contentType: FileType } {
  const bytes = Buffer.from(content, 'base64')
  const contentType = fileType(bytes)
  if (contentType === null) throw wrong('must be a JPEG, PNG or WebP picture, or a PDF')
  if (bytes.length > fileBytesMax) throw wrong('is larger than 5 MB: take the picture smaller')
  return { bytes, contentType }
}

const wrong = (message: string) => new Refusal('invalid_input', { problems: [{ at: 'content', message }] })

/** Pictures are shown; a paper is saved, for no browser shows one in the sandbox that it is read in. */
const seen = (type: FileType): string => (type === 'application/pdf' ? 'attachment' : 'inline')

export const FileShape = Type.Object({
  id: Id(),
  name: Type.String(),
  contentType: Type.Unsafe<FileType>({ type: 'string', enum: [...fileTypes] }),
  bytes: Type.Integer(),
  addedBy: Type.String(),
  addedAt: InstantShape(),
})

export function fileRoutes(house: House): void {
  write(
    house,
    'POST',
    {
      url: '/v1/files',
      needs: 'keep files',
      tells: 'Keep a photo or a paper, to be named by what it proves: JPEG, PNG, WebP or PDF, at most 5 MB',
      tag: 'files',
      status: 201,
      bodyBytesMax: 7_200_000,
      body: Exactly({
        id: Type.Optional(Id()),
        name: Text(200),
        content: Type.String({
          minLength: 1,
          maxLength: 7_100_000,
          pattern: '^[A-Za-z0-9+/]+={0,2}$',
          description: 'In base64',
          says: 'the bytes of the file in base64',
        }),
      }),
      answer: FileShape,
    },
    (tx, { body }) => keepFile(tx, body),
  )
  own(
    house,
    'GET',
    {
      url: '/v1/files/:id',
      needs: 'look',
      tells: 'A photo or a paper, as it was kept',
      tag: 'files',
      params: IdParams(),
      answer: Type.Any(),
    },
    async ({ act, reply }, { params: { id } }) => {
      const [file] = await house.database.read(act, (db) => contentOf(db, id))
      if (!file) throw new Refusal('not_found', { kind: 'file', id })
      return sendFile(reply, file, 'private, max-age=31536000, immutable')
    },
  )
}

/** As it was kept, and harmless to whoever opens it. */
export const sendFile = (
  reply: Call['reply'],
  file: Readonly<{ name: string; contentType: FileType; content: Buffer }>,
  cache: 'private, max-age=31536000, immutable' | 'no-store',
) =>
  reply
    .header('content-type', file.contentType)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cache-control', cache)
    .header('content-disposition', `${seen(file.contentType)}; filename="${file.name.replaceAll(/[^\w.-]/g, '_')}"`)
    .send(file.content)
