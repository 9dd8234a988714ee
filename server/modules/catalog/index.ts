/**
 * catalog — products with their packs, GTINs and rules of rotation and life; suppliers; customers; clients.
 *
 * Tables: catalog.product, pack, kit_part, supplier, customer, client. A GTIN belongs to one pack of one product; a pack is a whole
 * multiple of the base unit; tracking does not change under stock; a kit holds no part that holds it, and never lay in stock. The product row is also the lock of its stock:
 * whatever changes what can be allocated of a product takes `lockProducts` first.
 */
export { addCustomer, addSupplier, setAudience } from './add-partner.ts'
export { addProduct } from './add-product.ts'
export { archived, archivedPartner } from './archive.ts'
export type { AsStock } from './change-product.ts'
export { resolveClients } from './clients.ts'
export { foretellProducts } from './foretell-products.ts'
export { componentsMax, type KnownKits, kitsBelow, notStocked } from './kits.ts'
export { type LockedProduct, lockProducts } from './lock-products.ts'
export { lockAsRead, lockStocked } from './lock-stocked.ts'
export { codesOfCustomers, productIdOf, resolveCustomers, resolveProducts, resolveSuppliers } from './resolve.ts'
export { catalogRoutes } from './routes.ts'
export {
  type CustomerRow,
  gtinsOf,
  type PartnerRow,
  type ProductRow,
  packsOf,
  productPage,
  productsByGtin,
} from './store.ts'
export { trackBatches } from './track-batches.ts'
