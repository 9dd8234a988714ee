/**
 * seal — proof that what was recorded was not changed, taken out or slipped in since.
 *
 * Tables: seal.chain, block, verification. A block holds the SHA-256 of up to 1000 facts of one table and of the block before it; nobody may change or
 * delete one. Blocks are made by a job each quarter of an hour, from rows that are committed: who records does nothing for it and waits for
 * nobody. Which tables hold facts: sealed-tables.ts. The texts that are hashed: domain/seal.ts, and docs/seal.md for others.
 */
export { sealRoutes } from './routes.ts'
export { askSeal, sealFacts } from './seal-facts.ts'
export { sealedUntil } from './sealed-until.ts'
export type { Walked } from './store.ts'
export { verifySeal } from './verifications.ts'

export { walkChain } from './walk-chain.ts'
