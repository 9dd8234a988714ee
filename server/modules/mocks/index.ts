/**
 * mocks — recalls that are rehearsed: of a batch that is named or drawn, against the clock, and judged.
 *
 * Tables: mocks.setting, mock, draw, act, target, origin, sent, lay, balance, consignee. Nothing outside of them is touched: no hold, no promise, no notice. What
 * the trace found at the start stays as it was found; no name and no address is kept in it. State and times are read from who did what. What was missing is a corrective
 * action that somebody owes until a day.
 */
export { type MeasuredMock, measuredMocks } from './measured.ts'
export { openDue } from './open-mock.ts'
export { mocksRoutes } from './routes.ts'
export { mocksToSettle } from './to-settle.ts'
