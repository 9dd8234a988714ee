/**
 * notices — who is told of a recall, how, and what they answer.
 *
 * Tables: notices.setting, wording, recipient, wave, notice, link, opened, bounce, call, answer, answer_line, proof, looked, erasure. Recipients are read from the
 * ledger, so that they are always those whom the recall means now; a row is written when something is done to one. Names and addresses are read where they are
 * kept. Of a link only the hash lies here.
 */
export { type PublicNotice, publicNotice } from './compose-notice.ts'
export { deliverDue, resumeDue } from './deliver.ts'
export { eraseDue } from './erase.ts'
export type { Contact } from './reach.ts'
/** @public for the status report, the closing file and the indicators of a recall */
export { type NoticeRecipient, noticeNumbers, noticeRecipients } from './recipients.ts'
export { noticesRoutes } from './routes.ts'
export { noteLook } from './see.ts'
export { askSilentAgain } from './send-wave.ts'
export { noticeSetting } from './setting.ts'
/** @public for the closing file of a recall */
export { type NoticeHappening, noticeTimeline } from './timeline.ts'
