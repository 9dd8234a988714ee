/**
 * server/test/tampered-backup.ts — a backup in which somebody changed a word of a table, and who also made its checksum right again.
 */
import { createHash } from 'node:crypto'

export function tampered(
  backup: Buffer,
  { table, from, to }: Readonly<Record<'table' | 'from' | 'to', string>>,
): Buffer {
  const text = backup.toString()
  const place = text.indexOf(from, text.indexOf(`COPY ${table} (`))
  const end = text.lastIndexOf('-- end ')
  if (place < 0 || place > end) throw new Error(`${table} has no ${from} in it`)
  const changed = `${text.slice(0, place)}${to}${text.slice(place + from.length, end)}`
  const { rows } = JSON.parse(text.slice(end + '-- end '.length)) as { rows: number }
  return Buffer.from(
    `${changed}-- end ${JSON.stringify({ rows, sha256: createHash('sha256').update(changed).digest('hex') })}\n`,
  )
}
