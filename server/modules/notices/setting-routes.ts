/**
 * server/modules/notices/setting-routes.ts — how an account writes to its customers, and in which words, over HTTP.
 */
import { Exactly, type House, read, write } from '#platform/http/index.ts'
import { noticeSetting, setNotices } from './setting.ts'
import { chosenQuery, Setting, WordingChange, Wordings } from './shapes.ts'
import { changeWording, wordingNow } from './wordings.ts'

const tag = 'notices'

export function settingRoutes(house: House): void {
  read(
    house,
    {
      url: '/v1/notice-settings',
      needs: 'look',
      tells: 'How customers are told of a recall',
      tag,
      answer: Setting,
    },
    (db) => noticeSetting(db),
  )
  write(
    house,
    'PUT',
    {
      url: '/v1/notice-settings',
      needs: 'change account',
      tells: 'Say how customers are told of a recall',
      tag,
      body: Setting,
      answer: Setting,
    },
    (tx, { body }) => setNotices(tx, body),
  )
  wordings(house)
}

function wordings(house: House): void {
  read(
    house,
    {
      url: '/v1/notice-wordings',
      needs: 'look',
      tells:
        'The words of a notice, by occasion, audience and language: as they stand, as they are built in, and each version',
      tag,
      query: Exactly(chosenQuery),
      answer: Wordings,
    },
    async (db, { query }) => (await wordingNow(db, query)) as never,
  )
  write(
    house,
    'PUT',
    {
      url: '/v1/notice-wordings',
      needs: 'recall',
      tells: 'Change words of a notice; a part that is left out is the built-in one',
      tag,
      body: WordingChange,
      answer: Wordings,
    },
    async (tx, { body: { occasion, audience, language, ...change } }) => {
      const chosen = { occasion, audience, language }
      await changeWording(tx, chosen, change)
      return (await wordingNow(tx, chosen)) as never
    },
  )
}
