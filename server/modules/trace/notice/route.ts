import { confidences } from '#domain/trace/notice/propose.ts'
import { Choice, consider, Day, Exactly, type House, Text, Type } from '#platform/http/index.ts'
import { scopePart } from '../scope/shape.ts'
import { proposalsOf } from './propose.ts'

const Proposals = Type.Object({
  read: Type.Object({
    lots: Type.Array(Type.String()),
    serials: Type.Array(Type.String()),
    gtins: Type.Array(Type.String()),
    dates: Type.Array(
      Type.Object({
        text: Type.String(),
        means: Choice(['expires', 'produced', 'unknown']),
        bound: Choice(['on', 'from', 'until']),
        readings: Type.Array(Day(), { description: 'Two where day and month could be taken for one another' }),
      }),
    ),
    allLots: Type.Boolean(),
    notCoded: Type.Boolean({ description: 'It says that the goods have no code' }),
  }),
  proposals: Type.Array(
    Type.Object({
      part: Type.Object(scopePart),
      says: Type.String(),
      confidence: Choice(confidences),
      because: Type.String(),
    }),
    { description: 'Parts of a scope, the surest first; none is meant before a person says so' },
  ),
  unmatched: Type.Array(Type.String(), { description: 'Named in the notice, and nothing here is called so' }),
})

export function noticeRoute(house: House): void {
  consider(
    house,
    {
      url: '/v1/trace/proposals',
      needs: 'look',
      tells: 'Read a pasted recall notice, and propose what is here of what it names',
      tag: 'trace',
      body: Exactly({ text: Text(20_000) }),
      answer: Proposals,
    },
    async (db, { body: { text } }) => (await proposalsOf(db, text)) as never,
  )
}
