/**
 * server/demo/assortment.ts — what the shop of the demo sells, where from and to whom. All of it is made up.
 */
import { checkDigit } from '#domain/gs1/check-digit.ts'
import type { Chance } from './chance.ts'

export type Article = Readonly<{
  sku: string
  name: string
  category: string
  lifeDays: number
  storage: 'ambient' | 'cool'
  dating: 'expiresOn' | 'useBy' | 'bestBefore'
  supplier: string
  costMinor: number
  casePack: number
  /** How much of it is asked for, beside the others. */
  pull: number
  warehouses: readonly string[]
  gtin: string
}>
export type Partner = Readonly<{
  code: string
  name: string
  email: string
  country: string
  lifeDaysMin: number | null
}>

export const warehouses = [
  { code: 'EWR', name: 'Newark', timeZone: 'America/New_York', address: '18 Foundry Street, Newark, NJ' },
  {
    code: 'RNO',
    name: 'Reno',
    timeZone: 'America/Los_Angeles',
    address: '400 Lear Boulevard, Reno, NV',
    cutOff: '16:00',
    workingDays: [1, 2, 3, 4, 5, 6],
  },
  {
    code: 'VEN',
    name: 'Venlo',
    timeZone: 'Europe/Amsterdam',
    address: 'Columbusweg 12, Venlo, NL',
    cutOff: '17:00',
    workingDays: [1, 2, 3, 4, 5],
  },
] as const

export const suppliers = [
  ['BRIAR', 'Briar Laboratories'],
  ['LUMEN', 'Lumen Cosmetics Works'],
  ['NORDIC', 'Nordic Nutrients'],
  ['HELIX', 'Helix Nutrition'],
  ['SOLERA', 'Solera Foods'],
  ['MEADOW', 'Meadow Kitchen'],
  ['TIDE', 'Tidewater Fermentary'],
  ['CARTON', 'Carton & Ribbon'],
] as const

type Group = Readonly<{
  prefix: string
  category: string
  suppliers: readonly string[]
  storage: Article['storage']
  dating: Article['dating']
  lives: readonly number[]
  names: string
}>

const groups: readonly Group[] = [
  {
    prefix: 'COS',
    category: 'Cosmetics',
    suppliers: ['BRIAR', 'LUMEN'],
    storage: 'ambient',
    dating: 'expiresOn',
    lives: [365, 540, 730],
    names:
      'Day Cream 50 ml|Night Cream 50 ml|Eye Cream 15 ml|Vitamin C Serum 30 ml|Hyaluronic Serum 30 ml|Retinol Serum 30 ml|Cleansing Balm 100 ml|Micellar Water 200 ml|Clay Mask 75 ml|Oat Body Lotion 250 ml|Rose Body Lotion 250 ml|Hand Cream 75 ml|Lip Balm Honey|Lip Balm Mint|Sunscreen SPF 30 100 ml|Sunscreen SPF 50 100 ml|Shampoo Birch 250 ml|Shampoo Oat 250 ml|Conditioner Birch 250 ml|Hair Oil 50 ml|Face Oil 30 ml|Rose Toner 200 ml|Deodorant Sage 50 ml|Deodorant Citrus 50 ml|Beard Balm 60 g|Foot Cream 75 ml|Bath Salt 500 g|Baby Lotion 200 ml|Sheet Mask Aloe|Sheet Mask Green Tea|Mascara Black|Tinted Balm Coral|Hand Soap Lavender 300 ml|Shower Gel Citrus 250 ml|Body Scrub Coffee 200 g|Brow Gel Brown|Lip Gloss Rose|Setting Spray 100 ml|Make-up Remover 150 ml|Nail Oil Almond 10 ml',
  },
  {
    prefix: 'SUP',
    category: 'Supplements',
    suppliers: ['NORDIC', 'HELIX'],
    storage: 'ambient',
    dating: 'expiresOn',
    lives: [365, 540, 730],
    names:
      'Vitamin D3 90 capsules|Vitamin B12 60 tablets|Vitamin C 1000 60 tablets|Multivitamin 90 tablets|Magnesium 120 capsules|Zinc 60 tablets|Iron 60 tablets|Omega-3 120 softgels|Collagen Powder 300 g|Whey Vanilla 900 g|Whey Chocolate 900 g|Whey Strawberry 900 g|Pea Protein 750 g|Creatine 500 g|Electrolytes Lemon|Electrolytes Berry|Ashwagandha 60 capsules|Turmeric 60 capsules|Spirulina 200 g|Biotin 60 tablets|Glucosamine 90 tablets|Melatonin 60 tablets|Pre-Workout 300 g|Fibre Powder 250 g|Calcium 90 tablets|Folate 60 tablets|Vitamin K2 60 capsules|Coenzyme Q10 60 capsules|Lutein 60 capsules|Amino Acids Orange 400 g|Casein Vanilla 750 g|Selenium 90 tablets|Green Tea Extract 60 capsules',
  },
  {
    prefix: 'PRO',
    category: 'Supplements',
    suppliers: ['NORDIC'],
    storage: 'cool',
    dating: 'expiresOn',
    lives: [180, 270],
    names: 'Probiotic 30 capsules|Probiotic Kids 30 sachets|Royal Jelly 20 vials',
  },
  {
    prefix: 'FOO',
    category: 'Food',
    suppliers: ['SOLERA', 'MEADOW'],
    storage: 'ambient',
    dating: 'bestBefore',
    lives: [120, 180, 270, 365],
    names:
      'Granola Almond 400 g|Granola Cocoa 400 g|Oat Bar Apple|Oat Bar Date|Protein Bar Peanut|Protein Bar Cocoa|Almond Butter 250 g|Peanut Butter 340 g|Olive Oil 500 ml|Acacia Honey 350 g|Matcha 80 g|Dark Chocolate 70 % 90 g|Dark Chocolate Orange 90 g|Rice Crackers 100 g|Chickpea Pasta 250 g|Tomato Passata 680 g|Cold Brew Coffee 330 ml|Oat Drink 1 l|Coconut Water 500 ml|Trail Mix 200 g|Hazelnut Spread 300 g|Maple Syrup 250 ml|Quinoa 500 g|Red Lentils 500 g|Basmati Rice 1 kg|Rooibos 50 bags|Seed Crackers 150 g|Dried Mango 100 g',
  },
  {
    prefix: 'FRE',
    category: 'Fresh food',
    suppliers: ['MEADOW', 'TIDE'],
    storage: 'cool',
    dating: 'useBy',
    lives: [28, 35, 45, 60, 90],
    names:
      'Hummus 200 g|Basil Pesto 150 g|Kimchi 350 g|Kombucha Ginger 330 ml|Kombucha Berry 330 ml|Carrot Juice 250 ml|Beet Juice 250 ml|Oat Yoghurt 400 g|Sauerkraut 400 g|Miso Paste 300 g|Tofu Smoked 200 g|Tempeh 200 g|Cashew Cheese 150 g|Kefir 500 ml|Almond Yoghurt 400 g|Coconut Kefir 330 ml',
  },
]

export function articles(chance: Chance): Article[] {
  const codes = warehouses.map(({ code }) => code)
  return groups.flatMap(({ names, lives, prefix, suppliers: from, ...group }, groupNo) =>
    names.split('|').map((name, index): Article => {
      const digits = `0890${String(groupNo + 1).padStart(3, '0')}${String(index + 1).padStart(5, '0')}`.padStart(
        13,
        '0',
      )
      const first = chance.whole(0, 2)
      const count = group.storage === 'cool' ? chance.whole(1, 2) : chance.whole(1, 3)
      return {
        ...group,
        sku: `${prefix}-${String(index + 1).padStart(3, '0')}`,
        name,
        lifeDays: chance.pick(lives),
        supplier: chance.pick(from),
        costMinor: chance.whole(180, 1900),
        casePack: chance.pick([6, 12, 24]),
        pull: chance.pick([1, 1, 2, 3, 3, 5, 8, 13]),
        warehouses: Array.from({ length: count }, (_, at) => codes[(first + at) % 3] ?? 'EWR'),
        gtin: `${digits}${checkDigit(digits)}`,
      }
    }),
  )
}

const givenNames =
  'Ada Ben Cleo Dora Emil Fay Gus Hana Ivo June Kai Lena Milo Nora Otis Pia Quinn Rosa Sol Tess Uma Vera Wim Yara Zoe'
const familyNames =
  'Abbott Berg Castro Dahl Ellis Fischer Garza Holm Ito Janssen Keller Lund Mora Novak Okoro Park Quist Reyes Silva Tanaka'
const shops =
  'Harbor Pharmacy|Green Basket|Union Wellness|Corner Apothecary|Lakeside Grocers|Alpine Drugstore|Daily Greens|Nordhaven Markt|Well & Good|Orchard Co-op|Vita Kiosk|Bluebell Spa|Casa Verde|Gym Republic|Morning Market|Bakery Lane|Sunny Side Foods|Park Street Pharmacy|The Balm Room|Old Town Deli'

/** Shops buy by the case and want life left; people buy one or two. */
export function customers(chance: Chance): { shops: Partner[]; people: Partner[] } {
  const numbered = (prefix: string, index: number) => `${prefix}-${String(index + 1).padStart(4, '0')}`
  const country = () => chance.pick(['US', 'US', 'US', 'NL', 'DE', 'FR'])
  const people = Array.from({ length: 160 }, (_, index): Partner => {
    const name = `${chance.pick(givenNames.split(' '))} ${chance.pick(familyNames.split(' '))}`
    const code = numbered('C', index)
    return { code, name, email: `${code.toLowerCase()}@mail.example`, country: country(), lifeDaysMin: null }
  })
  return {
    people,
    shops: shops.split('|').map((name, index): Partner => {
      const code = numbered('W', index)
      const lifeDaysMin = chance.pick([null, 14, 30, 60])
      return { code, name, email: `orders@${code.toLowerCase()}.example`, country: country(), lifeDaysMin }
    }),
  }
}
