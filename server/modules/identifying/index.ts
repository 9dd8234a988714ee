/**
 * identifying — products that had stock before their batches were tracked: what lies there is of batches that nobody wrote down, and is found
 * out bit by bit while orders flow on.
 *
 * Tables: identifying.path, candidate, identified. One path a product. Units that are identified become a known batch where they lie, by the moves of a
 * becoming, and what is promised of them stays promised; what is picked stays what it was. How far it has come is read from the
 * balance of the goods without batch and from what was identified and not undone; no state is written. A candidate is a batch
 * that they may be of: whoever holds or traces it is told.
 */
export { identifyParts, type Part as IdentifiedPart, releaseForbidden } from './identify-parts.ts'
export { identifyPicked, settlePicked } from './identify-picked.ts'
export { isIdentified } from './is-identified.ts'
export { pathProgress } from './path-detail.ts'
export { identifyingRoutes } from './routes.ts'
export { PathProgress } from './shapes.ts'
export { type PathOfProduct, pathsOfProducts } from './store.ts'
export { unidentifiedToSettle } from './to-settle.ts'
export { type AmongPath, amongProduct, amongWhich } from './unidentified.ts'
