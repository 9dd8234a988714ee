/**
 * reports — stock by batch over all warehouses, the first page of the day, and the one search box. Reads only, over the
 * tables of all modules before it.
 */
export { reportsRoutes } from './routes.ts'
