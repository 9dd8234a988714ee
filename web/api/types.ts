/**
 * web/api/types.ts — names for the shapes of the API, taken from the generated schema so that they cannot drift from it.
 */
import type { paths } from './schema.gen.ts'

type Json<Response> = Response extends { content: { 'application/json': infer Body } } ? Body : never
type Responses<Operation> = Operation extends { responses: infer All } ? All : never
type Success<All> = All extends { 201: infer Created }
  ? Json<Created>
  : All extends { 200: infer Ok }
    ? Json<Ok>
    : never
type Sent<Operation> = Operation extends { requestBody: { content: { 'application/json': infer Body } } } ? Body : never

export type Got<Path extends keyof paths> = Success<Responses<paths[Path]['get']>>
export type Made<Path extends keyof paths> = Success<Responses<paths[Path]['post']>>
export type PutBody<Path extends keyof paths> = Sent<paths[Path]['put']>
export type NewBody<Path extends keyof paths> = Sent<paths[Path]['post']>
export type ChangeBody<Path extends keyof paths> = Sent<paths[Path]['patch']>
type ItemOf<Answer> = Answer extends { items: (infer Item)[] } ? Item : never

export type Me = Got<'/v1/me'>
export type Account = Got<'/v1/account'>
export type Person = ItemOf<Got<'/v1/people'>>
export type Role = Person['role']
export type Permission = Me['may'][number]
export type Key = ItemOf<Got<'/v1/keys'>>
export type AuditEntry = ItemOf<Got<'/v1/audit'>>
export type Waiting = Got<'/v1/waiting'>
export type WaitingProduct = Waiting['products'][number]
export type ToSettle = ItemOf<Got<'/v1/to-settle'>>
export type Warehouse = ItemOf<Got<'/v1/warehouses'>>
export type Zone = ItemOf<Got<'/v1/zones'>>
export type Place = ItemOf<Got<'/v1/places'>>
export type Awaiting = ItemOf<Got<'/v1/putaway'>>
export type MapBin = ItemOf<Got<'/v1/bin-map'>>
export type BinDetail = Got<'/v1/bins/{id}'>
export type Misplaced = ItemOf<Got<'/v1/misplaced'>>
export type Product = Got<'/v1/products/{ref}'>
export type NewProduct = NewBody<'/v1/products'>
export type Supplier = ItemOf<Got<'/v1/suppliers'>>
export type Customer = ItemOf<Got<'/v1/customers'>>
export type Batch = ItemOf<Got<'/v1/batches'>>
export type BatchDetail = Got<'/v1/batches/{id}'>
export type BatchOutlets = Got<'/v1/batches/{id}/outlets'>
export type DateKind = BatchDetail['dates'][number]['kind']
export type DateSource = BatchDetail['dates'][number]['source']
export type Lot = Got<'/v1/lots/{ref}'>
export type LotTrace = Got<'/v1/lots/{ref}/trace'>
export type Move = ItemOf<Got<'/v1/moves'>>
export type Hold = ItemOf<Got<'/v1/holds'>>
export type HoldScope = Hold['scope']
export type Sample = Got<'/v1/samples/{ref}'>
export type SampleRule = ItemOf<Got<'/v1/sample-rules'>>
export type Redating = Got<'/v1/redatings/{id}'>
export type RedatingRule = ItemOf<Got<'/v1/redating-rules'>>
export type StockReason = ItemOf<Got<'/v1/stock-reasons'>>
export type Pool = Got<'/v1/pools/{id}'>
export type NewPool = NewBody<'/v1/pools'>
export type Rule = Got<'/v1/rules/{id}'>
export type NewRule = NewBody<'/v1/rules'>
export type RulePreview = Made<'/v1/rule-preview'>
export type ServiceRow = ItemOf<Got<'/v1/delivery-services'>>
export type Holiday = ItemOf<Got<'/v1/holidays'>>
export type TransitTime = ItemOf<Got<'/v1/transit-times'>>
export type Arrival = ItemOf<Got<'/v1/delivery-days'>>
export type Client = ItemOf<Got<'/v1/clients'>>
export type StockRow = ItemOf<Got<'/v1/stock'>>
export type PastRow = ItemOf<Got<'/v1/stock/as-of'>>
export type StockPage = Got<'/v1/stock'>
export type StockGroup = ItemOf<Got<'/v1/stock/products'>>
export type StockStatus = StockRow['status']
export type StockQuery = NonNullable<NonNullable<paths['/v1/stock']['get']['parameters']['query']>>
export type Home = Got<'/v1/home'>
export type Name = ItemOf<Got<'/v1/names'>>
export type Found = ItemOf<Got<'/v1/search'>>
export type Inbound = Got<'/v1/inbounds/{ref}'>
export type InboundSummary = ItemOf<Got<'/v1/inbounds'>>
export type Receipt = Got<'/v1/receipts/{ref}'>
export type NewReceipt = NewBody<'/v1/receipts'>
export type NewReceiptLine = NewReceipt['lines'][number]
export type Order = Got<'/v1/orders/{ref}'>
/** As it was sold; `components` are the parts of one that sells kits. */
export type SoldLine = Order['lines'][number]
export type OrderLine = Omit<SoldLine, 'components'>
export type OrderSummary = ItemOf<Got<'/v1/orders'>>
export type OrderState = OrderSummary['state']
export type Decision = ItemOf<Got<'/v1/order-lines/{id}/decisions'>>
export type QueuedOrder = ItemOf<Got<'/v1/pick-lists'>>
export type PickList = Got<'/v1/orders/{ref}/pick-list'>
export type PickLine = PickList['warehouses'][number]['lines'][number]
export type Shipment = Got<'/v1/shipments/{ref}'>
export type ShipmentSummary = ItemOf<Got<'/v1/shipments'>>
export type CancelledShipment = Made<'/v1/shipments/{id}/cancellation'>
export type NewShipment = NewBody<'/v1/shipments'>
export type Return = Got<'/v1/returns/{ref}'>
export type ReturnSummary = ItemOf<Got<'/v1/returns'>>
export type Disposal = Got<'/v1/disposals/{ref}'>
export type DisposalSummary = ItemOf<Got<'/v1/disposals'>>
export type Transfer = Got<'/v1/transfers/{ref}'>
export type TransferSummary = ItemOf<Got<'/v1/transfers'>>
export type TransferProposal = ItemOf<Got<'/v1/transfer-proposals'>>
export type BatchTrace = Got<'/v1/batches/{id}/trace'>
export type Consignment = ItemOf<BatchTrace['shipments']>
export type Recipient = ItemOf<Got<'/v1/batches/{id}/recipients'>>
export type CustomerBatch = ItemOf<Got<'/v1/customers/{ref}/batches'>>
export type Serial = ItemOf<Got<'/v1/batches/{id}/serials'>>
export type LotSummary = ItemOf<Got<'/v1/lots'>>
export type LineTrace = Got<'/v1/order-lines/{id}/trace'>
export type PickWave = Got<'/v1/pick-waves/{ref}'>
export type LeftPicked = ItemOf<Got<'/v1/left-picked'>>
export type PickWaveSummary = ItemOf<Got<'/v1/pick-waves'>>
export type PickTask = PickWave['tasks'][number]
export type StoppedTask = PickWave['stopped'][number]
export type NewPickWave = NewBody<'/v1/pick-waves'>
export type NewPick = NewBody<'/v1/pick-waves/{id}/picks'>
export type Picked = Made<'/v1/pick-waves/{id}/picks'>
export type Packing = Got<'/v1/orders/{ref}/packing'>
export type Parcel = Packing['parcels'][number]
export type Count = Got<'/v1/counts/{ref}'>
export type CountSummary = ItemOf<Got<'/v1/counts'>>
export type CountTask = Count['tasks'][number]
export type NewCount = NewBody<'/v1/counts'>
export type NewTallies = NewBody<'/v1/counts/{id}/tallies'>
export type Differences = Got<'/v1/counts/{ref}/differences'>
export type CountDifference = Differences['items'][number]
