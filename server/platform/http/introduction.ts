import { answersKeptDays, keyLengthMax } from '../idempotency.ts'

/** What a program has to know of all routes; the head of the OpenAPI document. */
export const introduction = `Batch inventory: every unit tied to its batch, from the supplier to the door.

**Who asks.** Send an API key as \`Authorization: Bearer …\`. Keys are made in the browser under Settings → API keys, or with
\`POST /v1/keys\`; each has a role and a last day. Browsers send the session cookie of \`POST /v1/session\` instead.

**Each write once.** Send an \`Idempotency-Key\` (1 to ${keyLengthMax} characters) with a write, or an \`id\` of your own (a UUID,
version 7 is best) in its body. A repeat of the same request then answers as the first did and does nothing; another request
under the same key is refused with \`key_reused\`. Answers are kept for ${answersKeptDays} days. After that a key is new again, and what has
an id is refused with \`already_exists\`. Refusals are not kept: what is refused today may be granted tomorrow.

**Many at once.** The bulk routes take thousands of lines in a call. Each item is answered in its place, as if sent alone; one
that is refused never undoes another. \`again\` says that an item was done by an earlier call.

**Lists** come in pages: \`next\` of an answer is the \`cursor\` of the next page, and \`null\` on the last. \`limit\` is at most 500
unless the route says otherwise.

**Refusals** are problem+json (RFC 9457): \`code\` is stable and for programs, \`detail\` is one sentence for a person, \`facts\` holds
its numbers. Every answer carries \`x-request-id\`, which the audit keeps.

Times are ISO 8601 with a zone, to the millisecond; days are \`YYYY-MM-DD\`. Quantities are whole numbers of the product's base
unit; money is whole minor units with its currency.`
