/**
 * closing — how far a recall has come, and what it was: status reports, the consignee spreadsheet, every act in one list, and the closing file.
 *
 * Tables: closing.report, closing.file. Both stay as they were made, and hold no name and no address: consignees stand in them by code and order. The closing file is made by a
 * job when a recall ends, of what was known then; made again of the same facts it is the same, to the byte.
 */
export { makeClosingFile } from './closing-file.ts'
export { closingRoutes } from './routes.ts'
