/**
 * cli/test/sample-orders.ts — writes sample-orders.csv: an invented shop's file with the shape and the quirks of real ones.
 * `npx tsx cli/test/sample-orders.ts > cli/test/sample-orders.csv`
 */
import { pathToFileURL } from 'node:url'
import { addDays } from '../../domain/calendar-date.ts'
import { seededNumbers } from '../import/stable-id.ts'

const header = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country'
const goods = [
  ['10001', 'OAT SOAP BAR', '2.95'],
  ['10002A', 'ROSE HAND CREAM ', '6.25'],
  ['10002B', 'MINT HAND CREAM', '6.25'],
  ['10003', 'HONEY LIP BALM', '1.65'],
  ['10004', '"SLEEP WELL" TEA, LOOSE', '4.15'],
  ['10005C', 'SET OF 3  BATH SALTS', '12.75'],
  ['10006', 'VITAMIN D3 DROPS', '8.5'],
  ['DCGS0101', 'TRAVEL POUCH BLUE', '3.29'],
] as const
const buyers = [
  ['21001.0', 'United Kingdom'],
  ['21002.0', 'EIRE'],
  ['21003.0', 'Germany'],
  ['21004.0', 'Channel Islands'],
  ['', 'United Kingdom'],
] as const

/** Rows that no rule of chance makes. */
const quirks = [
  '800001,10001,OAT SOAP BAR,6,2023-03-01 09:00:00,2.95,21001.0,United Kingdom',
  '800001,10001,OAT SOAP BAR,6,2023-03-01 09:00:00,2.95,21001.0,United Kingdom',
  '800001,10002a,ROSE HAND CREAM,2,2023-03-01 09:01:00,6.25,21001.0,United Kingdom',
  '800002,POST,POSTAGE,1,2023-03-01 10:00:00,18.0,21003.0,Germany',
  '800003,DOT,DOTCOM POSTAGE,1,2023-03-02 10:00:00,94.2,,United Kingdom',
  '800003,10003,HONEY LIP BALM,240,2023-03-02 10:00:00,1.65,,United Kingdom',
  '800003,m,Manual,1,2023-03-02 10:00:00,5.0,,United Kingdom',
  '800003,C2,CARRIAGE,1,2023-03-02 10:00:00,50.0,,United Kingdom',
  '800004,gift_0001_30,Gift Voucher £30.00,1,2023-03-02 11:00:00,25.0,,United Kingdom',
  '800005,10006,,3,2023-03-03 08:00:00,0.0,,United Kingdom',
  '800006,10007,,40,2023-03-03 08:30:00,0.0,,United Kingdom',
  '800007,10007,damaged,-4,2023-03-06 08:30:00,0.0,,United Kingdom',
  '800008,10001,thrown away,-2,2023-03-06 08:31:00,0.0,,United Kingdom',
  '800009,10008,?,-1,2023-03-06 08:32:00,0.0,,United Kingdom',
  'C800010,10001,OAT SOAP BAR,-3,2023-03-07 12:00:00,2.95,21001.0,United Kingdom',
  'C800010,10003,HONEY LIP BALM,-1,2023-03-07 12:00:00,1.65,21001.0,United Kingdom',
  'C800011,10009,DISCONTINUED SHAMPOO,-1,2023-03-07 13:00:00,4.95,,United Kingdom',
  'C800012,D,Discount,-1,2023-03-07 14:00:00,27.5,21002.0,EIRE',
  'C800013,S,SAMPLES,-1,2023-03-07 14:05:00,33.05,,United Kingdom',
  'C800014,AMAZONFEE,AMAZON FEE,-1,2023-03-07 14:06:00,13541.33,,United Kingdom',
  'C800015,BANK CHARGES,Bank Charges,-1,2023-03-07 14:07:00,15.0,,United Kingdom',
  'A800016,B,Adjust bad debt,1,2023-03-07 14:10:00,-11062.06,,United Kingdom',
  '800001,10004,"""SLEEP WELL"" TEA, LOOSE",1,2023-03-01 09:02:00,4.15,21001.0,United Kingdom',
]

/** Rows that nobody can use, each for another reason. */
const badRows = [
  '800020,10001,OAT SOAP BAR,0,2023-03-08 09:00:00,2.95,21001.0,United Kingdom',
  '800020,10001,OAT SOAP BAR,half,2023-03-08 09:00:00,2.95,21001.0,United Kingdom',
  '800020,10001,OAT SOAP BAR,1,2023-02-30 09:00:00,2.95,21001.0,United Kingdom',
  '800020,10001,OAT SOAP BAR,1,2023-03-08 09:00:00,n/a,21001.0,United Kingdom',
  '800020,10001,OAT SOAP BAR,1,2023-03-08 09:00:00',
  ',10001,OAT SOAP BAR,1,2023-03-08 09:00:00,2.95,21001.0,United Kingdom',
  '800020,,OAT SOAP BAR,1,2023-03-08 09:00:00,2.95,21001.0,United Kingdom',
  '800020,10001,OAT SOAP BAR,-1,2023-03-08 09:00:00,2.95,21001.0,United Kingdom',
  'C800021,10001,OAT SOAP BAR,1,2023-03-08 09:00:00,2.95,21001.0,United Kingdom',
  '800001,10001,OAT SOAP BAR,1,2023-03-08 09:00:00,2.95,21002.0,United Kingdom',
]

const quoted = (text: string) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

function ordinaryRows(): string[] {
  return Array.from({ length: 60 }, (_, invoice) => {
    const draw = (name: string, bounds: number[]) => seededNumbers(['sample', invoice, name], bounds)
    const [buyer = 0, lines = 0, day = 0, hour = 0, minute = 0] = draw('invoice', [buyers.length, 6, 60, 9, 60])
    const [customer, country] = buyers[buyer] ?? ['', '']
    const two = (number: number) => String(number).padStart(2, '0')
    const date = `${addDays('2023-03-01', day)} ${two(8 + hour)}:${two(minute)}:00`
    return Array.from({ length: lines + 1 }, (_line, index) => {
      const [which = 0, quantity = 0] = draw(`line ${index}`, [goods.length, 24])
      const [code, description, price] = goods[which] ?? goods[0]
      return `${800100 + invoice},${code},${quoted(description)},${quantity + 1},${date},${price},${customer},${country}`
    })
  }).flat()
}

export const sampleOrders = (): string => `${[header, ...ordinaryRows(), ...quirks, ...badRows].join('\n')}\n`

if (pathToFileURL(process.argv[1] ?? '').href === import.meta.url) process.stdout.write(sampleOrders())
