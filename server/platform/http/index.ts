/** server/platform/http — the one way modules speak HTTP. */
export { idAfter, pageOf, readCursor } from './cursor.ts'
export { type Asked, gathered } from './gathered.ts'
export {
  type Answered,
  answerOnce,
  type Call,
  consider,
  download,
  foresee,
  type House,
  own,
  read,
  sendAnswer,
  write,
  written,
} from './house.ts'
export * from './schema.ts'
export { isInstant } from './validation.ts'
