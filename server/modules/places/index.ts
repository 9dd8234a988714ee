/**
 * places — warehouses with their time zones, zones, bins, and the virtual places where stock comes from and goes to.
 *
 * Tables: places.warehouse, zone, place. Storage, dock, quarantine and opened places lie in a warehouse; supplier, customer,
 * production, scrap, sample, count and opening are one each per account, made with it. Only storage is allocated from.
 * What a zone keeps and a bin takes is told here, and judged where stock moves (`stock/storage`).
 * Closed boxes of one size lie in a place of their own within their bin (`packOf`, `binId`); it has the bin's warehouse, zone and kind.
 */
export { addPlaces } from './add-warehouse.ts'
export { type Boxed, boxPlaces } from './box-places.ts'
export { openedPlace } from './opened-place.ts'
export { type PlaceReference, resolvePlaces, resolveWarehouses, type Today, todays, virtualPlaces } from './resolve.ts'
export { placesRoutes } from './routes.ts'
export { openAccount, type SetUp } from './set-up.ts'
export type { PlaceRow, WarehouseRow } from './store.ts'
export { lockBins, lockPlaces, lockWarehouses, placesById, placesByIdOrCode, zones } from './store.ts'
