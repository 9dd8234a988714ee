/**
 * checks — that those who got recalled goods know of it and have acted is checked with some of them.
 *
 * Tables: checks.draw, consignee, result. Who is checked is drawn with a seed from those who were not drawn before, so that a draw can be repeated; who was drawn
 * stays drawn. Each result is kept, the last one stands. No name lies here.
 */
export { checksOfRecall, checkTimeline, type RecallChecks } from './checks-of.ts'
export { drawForMore } from './draw-checks.ts'
export { checksRoutes } from './routes.ts'
