import { cutsBox } from '#domain/packs.ts'
import { Refusal } from '#platform/refusal.ts'

type Goods = Readonly<{ where: string; batchCode: string; placeCode: string; packOf: number | null; quantity: number }>

/** What is promised in closed boxes is picked, packed and put back in whole ones, else it could not leave. Refuses `closed_box`. */
export function refuseCutBox({ where, batchCode: batch, placeCode: place, packOf, quantity: asked }: Goods): void {
  if (packOf !== null && cutsBox(asked, packOf))
    throw new Refusal('closed_box', { where, batch, place, of: packOf, asked })
}
