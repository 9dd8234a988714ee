import type { Command } from 'commander'
import { allergens, hazards, temperatures } from '../../domain/storage/classes.ts'
import { firstRows } from '../api.ts'
import { wrongUse } from '../failure.ts'
import { given, oneOf, type Portion, portions, positive, whole } from '../options.ts'
import { sessionOf } from '../session.ts'
import { fields, table } from '../table.ts'

type Product = Readonly<{
  id: string
  sku: string
  name: string
  category: string
  baseUnit: string
  tracking: string
  dates: string
  rotation: string
  storage: string | null
  hazard: string | null
  allergens: readonly string[]
  lifeDays: number | null
  receiptLifeDaysMin: number | null
  deliveryLifeDaysMin: number | null
  archivedAt: string | null
  packs: readonly { name: string; quantity: number; gtin: string | null }[]
  kit: readonly { sku: string; quantity: number }[]
}>

export function productCommands(root: Command): void {
  const products = root.command('products').description('Products')
  products
    .command('list')
    .description('products by SKU')
    .option('--text <words>', 'part of SKU or name')
    .option('--limit <rows>', 'at most so many rows', positive, 100)
    .action(async (options: { text?: string; limit: number }, command: Command) => {
      const { api, answer, remark } = sessionOf(command)
      const { items, more } = await firstRows<Product>(api, '/v1/products', {
        limit: options.limit,
        query: { text: options.text },
      })
      answer({ items, more }, () => table(items, columns))
      if (more) remark(`There are more. Ask for more with --limit, or narrow with --text.`)
    })
  products
    .command('show')
    .description('one product')
    .argument('<product>', 'SKU or id')
    .action(async (ref: string, _options: unknown, command: Command) => {
      const { api, answer } = sessionOf(command)
      const product = await api.get<Product>(`/v1/products/${encodeURIComponent(ref)}`)
      answer(product, () => productText(product))
    })
  addCommand(products)
  kitCommand(products)
}

const units = ['each', 'gram', 'millilitre']
const trackings = ['none', 'batch', 'serial']
const dateRules = ['none', 'optional', 'required']
const rotations = ['fefo', 'fifo', 'lifo']

function addCommand(products: Command): void {
  products
    .command('add')
    .description('add a product')
    .argument('<sku>')
    .argument('<name>')
    .option('--category <text>')
    .option('--unit <unit>', units.join(', '), oneOf(units))
    .option('--tracking <kind>', trackings.join(', '), oneOf(trackings))
    .option('--dates <rule>', dateRules.join(', '), oneOf(dateRules))
    .option('--rotation <rule>', rotations.join(', '), oneOf(rotations))
    .option('--life-days <days>', 'days from production to expiry', positive)
    .option('--receipt-life-min <days>', 'life left wanted on receipt', whole)
    .option('--delivery-life-min <days>', 'life left wanted on delivery', whole)
    .option('--storage <temperature>', temperatures.join(', '), oneOf(temperatures))
    .option('--hazard <class>', `dangerous goods: ${hazards.join(', ')}`, oneOf(hazards))
    .option('--allergen <name...>', `it holds ${allergens.join(', ')}`)
    .option('--gtin <digits>')
    .option('--part <sku=quantity>', 'makes it a kit of this; may be given again', portions)
    .action(
      async (
        sku: string,
        name: string,
        { part, allergen, ...options }: Record<string, string | number> & { part?: Portion[]; allergen?: string[] },
        command: Command,
      ) => {
        const { api, answer } = sessionOf(command)
        const product = await api.send<Product>('POST', '/v1/products', {
          sku,
          name,
          ...given({
            category: options.category,
            baseUnit: options.unit,
            tracking: options.tracking,
            dates: options.dates,
            rotation: options.rotation,
            lifeDays: options.lifeDays,
            receiptLifeDaysMin: options.receiptLifeMin,
            deliveryLifeDaysMin: options.deliveryLifeMin,
            storage: options.storage,
            hazard: options.hazard,
            allergens: allergen,
            gtin: options.gtin,
            kit: part?.map(partOf),
          }),
        })
        answer(product, () => productText(product))
      },
    )
}

const partOf = ({ name, quantity }: Portion) => ({ product: name, quantity })

function kitCommand(products: Command): void {
  products
    .command('kit')
    .description('say what a kit is made of; with --none it is no kit any more')
    .argument('<product>', 'SKU or id')
    .option('--part <sku=quantity>', 'one of it holds this; may be given again', portions)
    .option('--none', 'it is stocked itself from now on')
    .option('--reason <text>', 'why, for the audit')
    .action(async (ref: string, { part, none, reason }: KitOptions, command: Command) => {
      const { api, answer } = sessionOf(command)
      if ((part === undefined) === (none === undefined)) throw wrongUse('Say its parts, or --none.')
      const { id } = await api.get<Product>(`/v1/products/${encodeURIComponent(ref)}`)
      const kit = part?.map(partOf) ?? null
      const product = await api.send<Product>('PATCH', `/v1/products/${id}`, { kit, ...given({ reason }) })
      answer(product, () => productText(product))
    })
}

type KitOptions = Readonly<{ part?: Portion[]; none?: true; reason?: string }>

const columns = [
  { title: 'SKU', of: ({ sku }: Product) => sku },
  { title: 'Name', of: ({ name }: Product) => name },
  { title: 'Category', of: ({ category }: Product) => category },
  { title: 'Tracking', of: ({ tracking }: Product) => tracking },
  { title: 'Rotation', of: ({ rotation }: Product) => rotation },
  { title: 'Life (days)', of: ({ lifeDays }: Product) => lifeDays },
]

const productText = (product: Product): string =>
  fields([
    ['SKU', product.sku],
    ['Name', product.name],
    ['Category', product.category],
    ['Base unit', product.baseUnit],
    ['Tracking', `by ${product.tracking}, dates ${product.dates}`],
    ['Rotation', product.rotation.toUpperCase()],
    ['Life (days)', product.lifeDays],
    ['Life left on receipt', product.receiptLifeDaysMin],
    ['Life left on delivery', product.deliveryLifeDaysMin],
    ['Kept', product.storage],
    ['Dangerous goods', product.hazard],
    ['Allergens', product.allergens.join(', ')],
    [
      'Packs',
      product.packs.map(({ name, quantity, gtin }) => `${name} ${quantity}${gtin ? ` (${gtin})` : ''}`).join(', '),
    ],
    ['Kit of', product.kit.map(({ sku, quantity }) => `${quantity} ${sku}`).join(', ')],
    ['Archived', product.archivedAt],
    ['Id', product.id],
  ])
