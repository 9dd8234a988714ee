/** server/platform/http — the one way modules speak HTTP. */
export { pageOf, readCursor } from './cursor.ts'
export { type Answered, answerOnce, type Call, download, type House, own, read, sendAnswer, write } from './house.ts'
export { asRefusal, isUnreachable, problemBody } from './problems.ts'
export * from './schema.ts'
