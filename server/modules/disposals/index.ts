/**
 * disposals — goods that are destroyed: what, why, how, before whom, at what cost, and the paper that proves it.
 *
 * Tables: disposals.choices, disposal, line, signature, proof. A draft moves nothing. It is destroyed once it is signed: by a witness
 * who is another person, and where a prescription drug is among it by its author as well, each by password. Then each line is a move to
 * the place *scrap*, for good; only the reversal of the whole, with a reason, brings it back, and both stay. What was promised is
 * given back first, and those orders are served anew in the same transaction. Lines, signatures and proofs are only added.
 */
export { type DisposalLine, draftDisposal } from './draft.ts'
export { disposalsRoutes } from './routes.ts'
export { disposalsToSettle } from './to-settle.ts'
