import type { Act, Database, Tx } from '#platform/db.ts'
import { audit } from '../access/index.ts'
import { uploadsSilentSince } from './store.ts'
import { remove, silentMinutesMax } from './upload.ts'

/** A server that was killed leaves what it had read so far: nobody goes on with it, so it goes, account by account, one act each. */
export async function forgetCutOff(database: Database, act: Act): Promise<void> {
  await database.write(act, forgetIn)
}

async function forgetIn(tx: Tx): Promise<void> {
  const since = new Date(Date.parse(tx.act.at) - silentMinutesMax * 60_000).toISOString()
  for (const { id, number, name } of await uploadsSilentSince(tx, since)) {
    await remove(tx, id)
    audit(tx, { action: 'import.cut_off', subjectKind: 'import', subjectId: id, before: { number, name } })
  }
}
