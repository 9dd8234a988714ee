/** Starts on the folder named as argument, writes a row, says the process id, and stays: to be killed by a test. */
import { connect } from '../db.ts'
import { startEmbedded } from './index.ts'

const embedded = await startEmbedded({ dataDir: process.argv[2] ?? '', log: () => {} })
const sql = connect(embedded.superuser, { max: 1 })
await sql`create table kept (n int)`
await sql`insert into kept values (1)`
process.stdout.write(`${embedded.pid()}\n`)
