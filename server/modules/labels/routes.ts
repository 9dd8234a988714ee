import { labelKinds } from '#domain/labels/design.ts'
import {
  Choice,
  consider,
  download,
  Exactly,
  type House,
  Id,
  IdParams,
  idAfter,
  Page,
  PageQuery,
  pageOf,
  read,
  Type,
  write,
} from '#platform/http/index.ts'
import { pageRoute } from './page-route.ts'
import { preview } from './preview.ts'
import { printDetail, printFile, printLabels, prints, takePrint } from './print-labels.ts'
import { labelSetting, setLabels } from './setting.ts'
import {
  ListedPrint,
  NewPrint,
  NewTemplate,
  Preview,
  PreviewAsk,
  Print,
  printStates,
  Setting,
  Taking,
  Template,
  TemplateChange,
} from './shapes.ts'
import { addTemplate, changeTemplate, removeTemplate, templateOf, templates } from './templates.ts'

const tag = 'labels'

export function labelsRoutes(house: House): void {
  designing(house)
  ownDesigns(house)
  printing(house)
  queue(house)
  settings(house)
  pageRoute(house)
}

const answered = async <T>(value: Promise<T>) => (await value) as never

function designing(house: House): void {
  read(
    house,
    {
      url: '/v1/label-templates',
      needs: 'look',
      tells: 'How labels look: the account’s own, and those that are built in',
      tag,
      query: Exactly({ kind: Type.Optional(Choice(labelKinds)) }),
      answer: Type.Object({ items: Type.Array(Template) }),
    },
    async (db, { query: { kind = null } }) => answered(templates(db, kind).then((items) => ({ items }))),
  )
  consider(
    house,
    {
      url: '/v1/labels/preview',
      needs: 'look',
      tells: 'One label as a picture, with what its codes hold and what is wrong with its design',
      tag,
      body: PreviewAsk,
      answer: Preview,
    },
    (db, { body }) => preview(db, body),
  )
}

function ownDesigns(house: House): void {
  const params = IdParams()
  write(
    house,
    'POST',
    {
      url: '/v1/label-templates',
      needs: 'change account',
      tells: 'Add a label of one’s own',
      tag,
      status: 201,
      body: NewTemplate,
      answer: Template,
    },
    async (tx, { body }) => answered(templateOf(tx, await addTemplate(tx, body))),
  )
  write(
    house,
    'PUT',
    {
      url: '/v1/label-templates/:id',
      needs: 'change account',
      tells: 'Change a label of one’s own; what was printed stays as it was',
      tag,
      params,
      body: TemplateChange,
      answer: Template,
    },
    async (tx, { params: { id }, body }) => {
      await changeTemplate(tx, id, body)
      return answered(templateOf(tx, id))
    },
  )
  write(
    house,
    'DELETE',
    {
      url: '/v1/label-templates/:id',
      needs: 'change account',
      tells: 'Remove a label of one’s own',
      tag,
      params,
      answer: Type.Object({ removed: Type.Boolean() }),
    },
    async (tx, { params: { id } }) => {
      await removeTemplate(tx, id)
      return { removed: true }
    },
  )
}

function printing(house: House): void {
  write(
    house,
    'POST',
    {
      url: '/v1/label-prints',
      needs: 'print labels',
      tells: 'Print labels, at most 500: they stand in the queue until a printer takes them',
      tag,
      status: 201,
      body: NewPrint,
      answer: Print,
    },
    async (tx, { body }) => answered(printDetail(tx, await printLabels(tx, body))),
  )
  write(
    house,
    'POST',
    {
      url: '/v1/label-prints/:id/taking',
      needs: 'print labels',
      tells: 'Send a print to a printer; of two that ask, one gets it',
      tag,
      params: IdParams(),
      body: Taking,
      answer: Print,
    },
    async (tx, { params: { id }, body: { station = null } }) => {
      await takePrint(tx, id, station)
      return answered(printDetail(tx, id))
    },
  )
}

function queue(house: House): void {
  read(
    house,
    {
      url: '/v1/label-prints',
      needs: 'look',
      tells: 'What was printed, newest first, and what waits for a printer',
      tag,
      query: Exactly({
        of: Type.Optional({ ...Id(), description: 'A batch, bin, parcel, sample or serial' }),
        kind: Type.Optional(Choice(labelKinds)),
        state: Type.Optional(Choice(printStates)),
        ...PageQuery,
      }),
      answer: Page(ListedPrint),
    },
    async (db, { query: { cursor, limit = 100, ...filter } }) => {
      const rows = await prints(db, { ...filter, before: idAfter(cursor), limit: limit + 1 })
      return pageOf(rows, limit, ({ id }) => [id])
    },
  )
  read(
    house,
    {
      url: '/v1/label-prints/:id',
      needs: 'look',
      tells: 'What was printed, of what, and what was written otherwise than its design wants it',
      tag,
      params: IdParams(),
      answer: Print,
    },
    (db, { params: { id } }) => printDetail(db, id),
  )
  download(
    house,
    {
      url: '/v1/label-prints/:id/file',
      needs: 'look',
      tells: 'Its labels as PDF or ZPL, as they were asked for',
      tag,
      params: IdParams(),
    },
    (db, { params: { id } }) => printFile(db, id),
  )
}

function settings(house: House): void {
  read(
    house,
    {
      url: '/v1/label-settings',
      needs: 'look',
      tells: 'Whether links on labels lead to a page for everybody',
      tag,
      answer: Setting,
    },
    (db) => labelSetting(db),
  )
  write(
    house,
    'PUT',
    {
      url: '/v1/label-settings',
      needs: 'change account',
      tells: 'Say whether links on labels lead to a page for everybody',
      tag,
      body: Setting,
      answer: Setting,
    },
    (tx, { body }) => setLabels(tx, body),
  )
}
