/**
 * domain/gs1/item-rows.ts — the identifiers of goods and of what is told of them, as `identifiers.ts` reads them.
 */
import type { Row } from './identifiers.ts'

const goods = '01 02 03 8006 8026'
const item = '01 03 8006'
const either = '01 02'
const any = '01 02 03'
const gtin = 'N14:csum:gcppos2'

export const itemRows: readonly Row[] = [
  ['01', gtin, 'GTIN', { bars: '255 37', key: '22 10 21|235' }],
  ['02', gtin, 'GTIN of the content', { needs: '37', bars: '01 03' }],
  ['03', gtin, 'GTIN made to order', { bars: '01 02 37 235', inLink: false }],
  ['10', 'X..20', 'batch', { needs: goods }],
  ['11', 'N6:yymmd0', 'production date', { needs: goods }],
  ['12', 'N6:yymmd0', 'due date', { needs: '8020' }],
  ['13', 'N6:yymmd0', 'packaging date', { needs: goods }],
  ['15', 'N6:yymmd0', 'best before date', { needs: goods }],
  ['16', 'N6:yymmd0', 'sell by date', { needs: goods }],
  ['17', 'N6:yymmd0', 'expiration date', { needs: '01 02 03 255 8006 8026' }],
  ['20', 'N2', 'variant', { needs: goods }],
  ['21', 'X..20', 'serial', { needs: item, bars: '235', inLink: false }],
  ['22', 'X..20', 'consumer product variant', { needs: '01', inLink: false }],
  ['235', 'X..28', 'serial of a third party', { needs: '01', inLink: false }],
  ['240', 'X..30', 'additional product identification', { needs: goods }],
  ['241', 'X..30', 'customer part number', { needs: goods }],
  ['242', 'N..6', 'made-to-order variation', { needs: '01 02 8006 8026' }],
  ['243', 'X..20', 'packaging component', { needs: '01 03' }],
  ['250', 'X..30', 'secondary serial', { needs: '01+21 03+21 8006+21' }],
  ['251', 'X..30', 'reference to the source', { needs: item }],
  ['30', 'N..8', 'count', { needs: either }],
  ['37', 'N..8', 'count of the content', { needs: '00+02 00+8026' }],
  ['3900-3909', 'N..15', 'amount payable', { needs: '255 8020', bars: '390n 391n 394n 8111' }],
  ['3910-3919', 'N3:iso4217 N..15', 'amount payable, with its currency', { needs: '8020', bars: '391n' }],
  ['3920-3929', 'N..15', 'price', { needs: '01+30 01+31nn 01+32nn 01+35nn 01+36nn', bars: '392n 393n' }],
  ['3930-3939', 'N3:iso4217 N..15', 'price, with its currency', { needs: '30 31nn 32nn 35nn 36nn', bars: '393n' }],
  ['3940-3943', 'N4', 'percentage off', { needs: '255', bars: '394n 8111' }],
  ['3950-3955', 'N6', 'price per unit of measure', { needs: '30 31nn 32nn 35nn 36nn', bars: '392n 393n 395n 8005' }],
  ['422', 'N3:iso3166', 'country of origin', { needs: goods, bars: '426' }],
  ['423', fiveCountries(), 'countries of initial processing', { needs: any, bars: '426' }],
  ['424', 'N3:iso3166', 'country of processing', { needs: any, bars: '426' }],
  ['425', fiveCountries(), 'countries of disassembly', { needs: any, bars: '426' }],
  ['426', 'N3:iso3166', 'country of the full process chain', { needs: any }],
  ['427', 'X..3', 'subdivision of the country of origin', { needs: '01+422 02+422 03+422' }],
  ['7001', 'N13', 'NATO stock number', { needs: '01 02 8006 8026' }],
  ['7002', 'X..30', 'meat cut', { needs: either }],
  ['7003', 'N6:yymmdd N4:hhmi', 'expiration date and time', { needs: any }],
  ['7004', 'N..4', 'active potency', { needs: '01+10 03+10' }],
  ['7005', 'X..12', 'catch area', { needs: either }],
  ['7006', 'N6:yymmdd', 'first freeze date', { needs: either }],
  ['7007', 'N6:yymmdd [N6:yymmdd]', 'harvest date', { needs: either }],
  ['7008', 'X..3', 'fishery species', { needs: either }],
  ['7009', 'X..10', 'fishing gear', { needs: either }],
  ['7010', 'X..2', 'production method', { needs: any }],
  ['7011', 'N6:yymmdd [N4:hhmi]', 'test by date', { needs: any }],
  ['7020', 'X..20', 'refurbishment lot', { needs: '01+416 03+416 8006+416' }],
  ['7021', 'X..20', 'functional status', { needs: item }],
  ['7022', 'X..20', 'revision status', { needs: '01+7021 03+7021 8006+7021' }],
  ['7030-7039', 'N3:iso3166999 X..27', 'processor', { needs: either }],
  ['710', 'X..20', 'national number PZN', { needs: '01' }],
  ['711', 'X..20', 'national number CIP', { needs: '01' }],
  ['712', 'X..20', 'national number CN', { needs: '01' }],
  ['713', 'X..20', 'national number DRN', { needs: '01' }],
  ['714', 'X..20', 'national number AIM', { needs: '01' }],
  ['715', 'X..20', 'national number NDC', { needs: '01' }],
  ['716', 'X..20', 'national number AIC', { needs: '01' }],
  ['717', 'X..20', 'national number SRN', { needs: '01' }],
  ['7230-7239', 'X2 X..28', 'certification', { needs: '01 8004' }],
  ['7240', 'X..20', 'protocol', { needs: '01 8006', bars: '03' }],
  ['8001', 'N4:nonzero N5:nonzero N3:nonzero N1:winding N1', 'dimensions of a roll', { needs: '01' }],
  ['8005', 'N6', 'price per unit', { needs: either }],
  ['8006', `${gtin} N4:pieceoftotal`, 'piece of an item', { bars: '01 03 37', key: '22 10 21' }],
  ['8008', 'N6:yymmdd N2:hh [N2:mi] [N2:ss]', 'production date and time', { needs: any }],
  ['8009', 'X..50', 'optical sensor', { needs: '00 01 03' }],
  ['8012', 'X..20', 'software version', { needs: item }],
  ['8014', 'X..25:csumalpha:gcppos1:hasnondigit', 'master identification of a device', { needs: '01', inLink: false }],
  ['8026', `${gtin} N4:pieceoftotal`, 'piece of an item, as content', { needs: '37', bars: '02 03 8006' }],
  ['8040', 'N15', 'IMEI', { needs: '01+21', inLink: false }],
  ['8041', 'N15', 'second IMEI', { needs: '01+21+8040', inLink: false }],
  ['8042', 'N32', 'embedded SIM', { needs: '01+21+8040', inLink: false }],
  ['8043', 'N18 [N..2]', 'physical SIM', { needs: '01+21+8040', inLink: false }],
  ['8200', 'X..70', 'address of more information', { needs: '01', inLink: false }],
]

function fiveCountries(): string {
  return ['N3:iso3166', ...Array.from({ length: 4 }, () => '[N3:iso3166]')].join(' ')
}
