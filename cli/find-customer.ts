import { type Api, rowsOf } from './api.ts'
import { wrongUse } from './failure.ts'

type Customer = Readonly<{ id: string; code: string; name: string }>

/** From a code, an id, or a name that only one customer has; what is none of them is left for the server to refuse. */
export async function customerCode(api: Api, wanted: string | undefined): Promise<string | undefined> {
  if (wanted === undefined) return undefined
  const called: Customer[] = []
  for await (const customer of rowsOf<Customer>(api, '/v1/customers', { text: wanted, archived: true })) {
    if (customer.code === wanted) return wanted
    if (customer.name.toLowerCase() === wanted.toLowerCase()) called.push(customer)
  }
  if (called.length > 1)
    throw wrongUse(
      `Several customers are called "${wanted}". Use the code: ${called.map(({ code }) => code).join(', ')}.`,
    )
  return called[0]?.code ?? wanted
}
