/**
 * server/modules/reports/search-sources.ts — where the codes and numbers of everything stand, and how rows of a code are found by index.
 *
 * Under row-level security an index answers only for operators that are leakproof, on columns as they are: `=`, `~>=~` and `~<~` are, `lower` is not.
 */
import { lookAlikeKey } from '#domain/batch-code.ts'
import { oneEditsOf } from '#domain/one-edit.ts'
import type { Db, SqlPart } from '#platform/db.ts'

export const foundKinds = [
  'product',
  // Before its batch, where a label names both.
  'serial',
  'batch',
  'lot',
  'order',
  'shipment',
  'wave',
  'parcel',
  'transfer',
  'count',
  'disposal',
  'receipt',
  'run',
  'inbound',
  'return',
  'customer',
  'supplier',
  'client',
  'hold',
  'recall',
  'mock',
  'sample',
  'repair',
  'import',
  'print',
  'bin',
  'warehouse',
  'zone',
  'service',
] as const
export type FoundKind = (typeof foundKinds)[number]

/** `id` and `written` are what a row is called by; `key` and `end` are its columns of small letters, `end` from the last letter to the first. */
type Source = Readonly<{
  kind: FoundKind
  table: string
  id: string
  written: string
  key: string
  end?: string
  only?: string
  /** What counts upward is shown from the newest on. */
  newest?: true
  /** Is looked for by what may have been meant as well. */
  guessed?: true
  alike?: true
}>

const number = { id: 'id', written: 'number', key: 'search_key', newest: true } as const
const code = { id: 'id', written: 'code', key: 'search_key' } as const
const untracked = "kind = 'batch'"

const sources: readonly Source[] = [
  { kind: 'product', table: 'catalog.product', id: 'id', written: 'sku', key: 'search_key', guessed: true },
  {
    kind: 'product',
    table: 'catalog.pack',
    id: 'product_id',
    written: 'gtin',
    key: 'search_key',
    end: 'search_end',
    guessed: true,
  },
  { kind: 'batch', table: 'batches.batch', ...code, only: untracked, guessed: true, alike: true },
  { kind: 'batch', table: 'batches.batch', id: 'id', written: 'code', key: 'lot_key', only: untracked },
  { kind: 'batch', table: 'receiving.receipt_line', id: 'batch_id', written: 'supplier_lot', key: 'lot_key' },
  { kind: 'batch', table: 'batches.former_code', ...code, id: 'batch_id', guessed: true, alike: true },
  { kind: 'lot', table: 'batches.lot', ...code },
  { kind: 'serial', table: 'batches.serial', ...code, id: 'batch_id', end: 'search_end', guessed: true },
  { kind: 'order', table: 'orders.sales_order', ...number, guessed: true },
  { kind: 'shipment', table: 'fulfilment.shipment', ...number },
  { kind: 'shipment', table: 'fulfilment.shipment', ...number, key: 'tracking_key', end: 'tracking_end' },
  { kind: 'wave', table: 'fulfilment.pick_wave', ...number },
  { kind: 'parcel', table: 'fulfilment.parcel', ...number },
  { kind: 'parcel', table: 'fulfilment.parcel', ...number, key: 'sscc', end: 'sscc_end' },
  { kind: 'transfer', table: 'transfers.transfer', ...number },
  { kind: 'count', table: 'counts.count', ...number },
  { kind: 'disposal', table: 'disposals.disposal', ...number },
  { kind: 'receipt', table: 'receiving.receipt', ...number },
  { kind: 'run', table: 'production.run', ...number },
  { kind: 'inbound', table: 'receiving.inbound', ...number },
  { kind: 'return', table: 'returns.announced_return', ...number },
  { kind: 'customer', table: 'catalog.customer', ...code },
  { kind: 'supplier', table: 'catalog.supplier', ...code },
  { kind: 'client', table: 'catalog.client', ...code },
  { kind: 'hold', table: 'quality.hold', ...number },
  { kind: 'recall', table: 'recalls.recall', ...number },
  { kind: 'mock', table: 'mocks.mock', ...number },
  { kind: 'sample', table: 'samples.sample', ...number, id: 'batch_id' },
  { kind: 'repair', table: 'repairs.repair', ...number, id: 'batch_id' },
  { kind: 'import', table: 'imports.import', ...number },
  { kind: 'print', table: 'labels.print', ...number },
  // Docks and quarantine as well; closed boxes lie in theirs.
  { kind: 'bin', table: 'places.place', ...code, only: 'bin_id is null and warehouse_id is not null' },
  { kind: 'warehouse', table: 'places.warehouse', ...code },
  { kind: 'zone', table: 'places.zone', ...code },
  { kind: 'service', table: 'allocation.service', ...code },
]

/** `rank` 0 is the very thing, 1 begins with the text, 2 ends with it or has it in its name, 3 may have been meant. */
export type Hit = { kind: FoundKind; id: string; written: string; rank: number }

/** Rows of each kind in each way. */
const each = 8
/** Of fewer characters the end means too many. */
const endMin = 4
/** Behind all that begin with the same: the last character there is. */
const behindAll = '\u{10ffff}'

/** Names of tables and columns are ours, from the list above. */
const ours = (db: Db, text: string) => db.unsafe(text) as unknown as SqlPart

const rows = (db: Db, { kind, table, id, written, only = 'true' }: Source, rank: number) => db`
  select ${ours(db, `'${kind}' as kind, ${id} as id, ${written}::text as written, ${rank} as rank from ${table} where ${only}`)}
    and account_id = ${db.act.accountId}`

/** GTINs are kept without leading zeros, which people leave out. */
const keyText = ({ written }: Source, text: string): string =>
  written === 'gtin' ? text.replace(/^0+(?=.)/, '') : text

function exactly(db: Db, source: Source, text: string, narrowed: SqlPart = db``): SqlPart {
  return db`(${rows(db, source, 0)} and ${ours(db, source.key)} = lower(${keyText(source, text)}) ${narrowed} limit ${each})`
}

function beginning(db: Db, source: Source, text: string): SqlPart {
  const [key, begin] = [ours(db, source.key), db`lower(${keyText(source, text)})`]
  return db`(${rows(db, source, 1)} and ${key} ~>~ ${begin} and ${key} ~<~ (${begin} || ${behindAll})
    order by ${key} using ${ours(db, source.newest ? '~>~' : '~<~')} limit ${each})`
}

function ending(db: Db, source: Source & { end: string }, text: string): SqlPart {
  const [key, begin] = [ours(db, source.end), db`reverse(lower(${text}))`]
  return db`(${rows(db, source, 2)} and ${key} ~>=~ ${begin} and ${key} ~<~ (${begin} || ${behindAll}) order by ${key} using ~<~ limit ${each})`
}

function meant(db: Db, source: Source, texts: readonly string[]): SqlPart {
  return db`(${rows(db, source, 3)} and ${ours(db, source.key)} = any(${texts as string[]}::text[]) limit ${each})`
}

const lookingLike = (db: Db, source: Source, text: string) => db`
  (${rows(db, source, 3)} and look_alike_key = ${lookAlikeKey(text)} limit ${each})`

/** From any word of its name on; whether that is the whole name is kept with it. */
const named = (db: Db, text: string) => db`
  (select kind, thing_id as id, '' as written, 2 as rank from catalog.name_part
    where account_id = ${db.act.accountId} and part ~>=~ catalog.name_words(${text}) and part ~<~ (catalog.name_words(${text}) || ${behindAll})
      and catalog.name_words(${text}) <> ''
    order by part using ~<~ limit ${3 * each})
  union all
  (select kind, thing_id, '', 0 from catalog.name_part
    where account_id = ${db.act.accountId} and part = catalog.name_words(${text}) and part <> '' and is_whole limit ${each})
  union all
  (select 'recall', id, number, 2 from recalls.recall
    where account_id = ${db.act.accountId} and strpos(lower(title), lower(${text})) > 0 order by id desc limit ${each})`

const together = (db: Db, parts: readonly SqlPart[]): SqlPart =>
  parts.reduce((all, part) => db`${all} union all ${part}`)

const endKept = (source: Source): source is Source & { end: string } => source.end !== undefined

/** What is called so, begins so, ends so, or has it in its name. */
export function hitsOf(db: Db, text: string): Promise<Hit[]> {
  const ways = sources.flatMap((source) => [exactly(db, source, text), beginning(db, source, text)])
  const ends = text.length < endMin ? [] : sources.filter(endKept).map((source) => ending(db, source, text))
  return db<Hit[]>`${together(db, [...ways, ...ends, named(db, text)])}`
}

/** What may have been meant by what was mistyped: one character is another, or all that differs looks alike. */
export async function mistypedHits(db: Db, text: string): Promise<Hit[]> {
  const edits = oneEditsOf(text.toLowerCase())
  if (edits.length === 0) return []
  const guessed = sources.filter((source) => source.guessed).map((source) => meant(db, source, edits))
  const alike = sources.filter((source) => source.alike).map((source) => lookingLike(db, source, text))
  return db<Hit[]>`${together(db, [...guessed, ...alike])}`
}

type OfLabel = Readonly<{ kind: 'batch' | 'serial'; code: string; productIds: readonly string[] | null }>

/** What a label names, of these products where it names one. */
export function labelledHits(db: Db, { kind, code: text, productIds }: OfLabel): Promise<Hit[]> {
  const narrowed = productIds === null ? db`` : db`and product_id = any(${productIds as string[]}::uuid[])`
  const ways = sources.filter((source) => source.kind === kind && source.guessed)
  return db<Hit[]>`${together(
    db,
    ways.map((source) => exactly(db, source, text, narrowed)),
  )}`
}
