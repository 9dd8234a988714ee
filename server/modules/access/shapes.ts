/**
 * server/modules/access/shapes.ts — what people type to get in.
 */
import { Type } from '#platform/http/index.ts'

export const Email = () =>
  Type.String({
    pattern: '^[^@\\s\\u0000]+@[^@\\s\\u0000]+\\.[^@\\s.\\u0000]+$',
    maxLength: 254,
    says: 'an e-mail address, as ann@example.com',
  })
export const Password = () => Type.String({ minLength: 10, maxLength: 200 })
