/**
 * counts — what people find in the bins, held against what should lie there at that moment, and the differences booked.
 *
 * Tables: counts.count, subject, task, tally, tally_line, recount, booking. A tally is only added to: a recount is another round, and the
 * last round of a bin is what was found. What is expected is read under the lock of the products, in the transaction that
 * writes the tally: the balance less what lies picked. A difference is booked once, as a move for itself, and never as a new
 * quantity: what came and went since the tally stays. Who waits for goods that turn out missing is served anew in the same transaction.
 */
export { costsOf } from './costs.ts'
export { countsRoutes } from './routes.ts'
export { countsToSettle } from './to-settle.ts'
