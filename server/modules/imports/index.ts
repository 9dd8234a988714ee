/**
 * imports — a person's own file: kept row by row, judged as a whole before anything is written, and then received.
 *
 * Tables: imports.import, row. Receiving's own rules judge the rows, so what is called good is received and what is called wrong is refused.
 * Rows of an order become one order; past shipments become nothing, and are only looked at.
 * A row becomes a receipt whose id is made of the reference, the row and how often the same row came before: under one reference it is received once,
 * whatever file it comes in, and however often a job is killed. What is committed says so in the transaction of its receipt, and stays for ever.
 */
export { commitImport } from './commit-import.ts'
export { forgetCutOff } from './forget-cut-off.ts'
export { judgeImport } from './judge-import.ts'
export { importsRoutes } from './routes.ts'
