/**
 * samples — units of a batch that are kept back to be looked at later, and until when.
 *
 * Tables: samples.rule, sample. A sample lies beyond the warehouses, at the account's place of samples, so that no number of stock has
 * it; where a person finds it is a text. What is left of it is told by the moves under its id and nowhere else. It is taken of what
 * is promised to nobody, with the receipt that brings it or later from stock, and used, destroyed or returned with a reason.
 */
export { type Arrived, samplesAtReceipt } from './at-receipt.ts'
export { dueAnew } from './change-sample.ts'
export { samplesRoutes } from './routes.ts'
export { samplesToSettle } from './to-settle.ts'
