/**
 * labels — how labels look, what was printed by whom, and the page that links on labels lead to.
 *
 * Tables: labels.setting, template, print, printed, taking. What a label said is written down when it is asked for, and the file is made of that, so that it can be made
 * again; where a parcel goes is not, and is read where it lies. A print stands in the queue until one printer has taken it. Of a thing that was printed before, a reason is
 * asked for.
 */
export { labelsRoutes } from './routes.ts'
