import { Drawer, List, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { batchName } from '#domain/batch-code.ts'
import { answerOf, api } from '../../api/client.ts'
import type { OrderLine } from '../../api/types.ts'
import { capital } from '../../shared/capital.ts'
import { InstantText } from '../../shared/date-text.tsx'
import { RowLink } from '../../shared/listing.tsx'
import { quantityText } from '../../shared/quantity.tsx'
import { Empty, Loaded } from '../../shared/states.tsx'

type WhereFromProps = Readonly<{ line: OrderLine; opened: boolean; onClose: () => void }>

/** An order line back to its batches, their receipts and suppliers. */
export function WhereFrom({ line: { id, sku }, opened, onClose }: WhereFromProps) {
  const trace = useQuery({
    queryKey: ['order-line-trace', id],
    queryFn: () => answerOf(api.GET('/v1/order-lines/{id}/trace', { params: { path: { id } } })),
    enabled: opened,
  })
  return (
    <Drawer opened={opened} onClose={onClose} position="right" size="md" title={`Where ${sku} came from`}>
      <Loaded of={trace}>
        {({ batches }) =>
          batches.length === 0 ? (
            <Empty title="No batch yet">Nothing is reserved or shipped for this line.</Empty>
          ) : (
            <Stack gap="lg">
              {batches.map(({ batchId, batchCode, shipped, reserved, receipts }) => (
                <div key={batchId}>
                  <RowLink to={`/batches/${batchId}`}>{capital(batchName(batchCode))}</RowLink>
                  <Text fz="sm" c="dimmed">
                    {quantityText(shipped)} shipped, {quantityText(reserved)} reserved
                  </Text>
                  <List mt={4} spacing={2} fz="md">
                    {receipts.map(({ receiptId, number, receivedAt, supplierName, supplierLot, quantity }) => (
                      <List.Item key={receiptId}>
                        {quantityText(quantity)} with <RowLink to={`/receipts/${receiptId}`}>{number}</RowLink> from{' '}
                        {supplierName ?? 'no named supplier'}
                        {supplierLot ? `, their lot ${supplierLot}` : ''}, <InstantText at={receivedAt} />
                      </List.Item>
                    ))}
                  </List>
                </div>
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Drawer>
  )
}
