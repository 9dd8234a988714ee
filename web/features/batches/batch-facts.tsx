import { daysLeft } from '#domain/shelf-life.ts'
import type { BatchDetail } from '../../api/types.ts'
import { countryName } from '../../shared/country-select.tsx'
import { DateText } from '../../shared/date-text.tsx'
import { DaysLeft } from '../../shared/days-left.tsx'
import { RowLink } from '../../shared/listing.tsx'
import { Facts, Section } from '../../shared/page.tsx'
import { useToday } from '../../shared/use-warehouses.ts'
import { ChangeBatch } from './change-batch.tsx'
import { sourceWords } from './date-words.ts'
import { PutIntoLot } from './put-into-lot.tsx'

export function BatchFacts({ batch }: { batch: BatchDetail }) {
  const today = useToday()
  const { expiresOn, supplierId } = batch
  const extras = Object.entries(batch.attributes).map(([name, value]) => [name, String(value)])
  return (
    <Section
      title="Batch"
      aside={
        <>
          <PutIntoLot batch={batch} />
          <ChangeBatch batch={batch} />
        </>
      }
    >
      <Facts
        of={{
          Product: <RowLink to={`/products/${batch.productId}`}>{`${batch.sku} ${batch.productName}`}</RowLink>,
          'Last day': <DateText day={expiresOn} />,
          'Days left': <DaysLeft daysLeft={expiresOn === null ? null : daysLeft(expiresOn, today)} />,
          'Date is': batch.expiresOnSource === null ? '–' : sourceWords[batch.expiresOnSource],
          'Produced on': <DateText day={batch.producedOn} none="not known" />,
          'First received': <DateText day={batch.firstReceivedOn} none="not yet" />,
          Supplier: supplierId ? <RowLink to={`/partners/suppliers/${supplierId}`}>{batch.supplierName}</RowLink> : '–',
          "Supplier's lot": batch.supplierLot ?? '–',
          Origin: batch.originCountry ? countryName(batch.originCountry) : '–',
          ...(batch.formerCodes.length > 0 ? { 'Was called': batch.formerCodes.join(', ') } : {}),
          ...(batch.codeAsGiven === batch.code ? {} : { 'Code as given': `"${batch.codeAsGiven}"` }),
          ...(batch.lots.length > 0
            ? {
                Lots: batch.lots.map(({ id, code }) => (
                  <RowLink key={id} to={`/lots/${id}`}>
                    {code}
                  </RowLink>
                )),
              }
            : {}),
          ...Object.fromEntries(extras),
        }}
      />
    </Section>
  )
}
