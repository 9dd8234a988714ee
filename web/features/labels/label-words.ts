/** web/features/labels/label-words.ts — labels in words. */

import type { LabelDesign, LabelKind } from '../../api/types.ts'
import { capital } from '../../shared/capital.ts'

const abbreviations = ['sku', 'gtin', 'sscc']

export const fieldWords = (field: string): string =>
  abbreviations.includes(field) ? field.toUpperCase() : capital(field.replaceAll('_', ' '))

export const kindWords: Readonly<Record<LabelKind, string>> = {
  batch: 'Batch',
  bin: 'Bin',
  parcel: 'Parcel or pallet',
  unit: 'Unit',
  sample: 'Sample',
}

export const symbologyWords: Readonly<Record<LabelDesign['symbols'][number]['symbology'], string>> = {
  gs1_128: 'GS1-128',
  gs1_datamatrix: 'GS1 DataMatrix',
  qr_link: 'QR with link (Digital Link)',
  ean: 'EAN',
  itf_14: 'ITF-14',
  code_128: 'Code 128, the code alone',
  qr: 'QR, the code alone',
}

export const identifierWords: Readonly<Record<string, string>> = {
  '00': 'SSCC (00)',
  '01': 'GTIN (01)',
  '02': 'GTIN of the contents (02)',
  '10': 'Batch (10)',
  '11': 'Made on (11)',
  '17': 'Last day (17 or 15)',
  '21': 'Serial (21)',
  '37': 'How many (37)',
}
