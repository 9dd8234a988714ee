import { expect, test } from 'vitest'
import { textsOf } from '../test/pdf-texts.ts'
import { paper } from './paper.ts'

const head = { title: 'Report RL-1', about: 'Łódź, Αθήνα, Київ', madeAt: '2025-11-23T15:00:00.000Z' }
const written = async (name: string) => {
  const parts = [
    { heading: `Of ${name}` },
    { facts: [['Who', name]] as const },
    { columns: [{ title: 'Who', width: 1 }], rows: [[name]] },
  ]
  return Buffer.from(await paper(head, parts))
}

test('reports show Latin, Greek and Cyrillic letters, in a small file that is the same each time', async () => {
  const pdf = await written('Żółć Ωμέγα Щука')
  const texts = textsOf(pdf).join('').replaceAll(' ', '')
  for (const said of ['Łódź,Αθήνα,Київ', 'ŻółćΩμέγαЩука']) expect(texts).toContain(said)
  expect(texts).not.toContain('?')
  expect(pdf.length).toBeLessThan(60_000)
  expect(pdf.equals(await written('Żółć Ωμέγα Щука'))).toBe(true)
})

test('letters that the font has not stand as question marks, and the paper says so at its end, each once', async () => {
  const texts = textsOf(await written('田中 茶 田'))
    .join('')
    .replaceAll(' ', '')
  expect(texts).toContain('Who???')
  expect(texts).toContain('“?”standsforeachletterthatthispapercannotshow(U+7530,U+4E2D,U+8336).')
})
