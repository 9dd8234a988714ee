/** server/test/trace-questions.ts — what else a trace must be told, so that a filter of it is looked at. */
const window = '&from=2020-01-01T00:00:00Z&to=2030-01-01T00:00:00Z'
export const traceOf: Readonly<Record<string, string>> = {
  batch: '&kind=batch',
  lot: '&kind=lot',
  product: '&kind=product',
  supplier: '&kind=supplier_lot&supplierLot=SL',
  supplierLot: '&kind=supplier_lot',
  receipt: '&kind=receipt',
  warehouse: `&kind=place${window}`,
  place: `&kind=place&warehouse=CHI${window}`,
  serialFrom: '&kind=serials&product=P',
}
