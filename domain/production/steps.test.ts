import { expect, test } from 'vitest'
import { inSteps } from './steps.ts'

const run = (text: string) => {
  const [uses = '', makes = ''] = text.split('>')
  return { text, uses: uses.split(' ').filter(Boolean), makes: makes.split(' ').filter(Boolean) }
}

test.each([
  ['none', [], []],
  ['those that have nothing to do with one another go together', ['R>M1', 'S>M2'], [['R>M1', 'S>M2']]],
  ['several may use the same', ['R>M1', 'R>M2'], [['R>M1', 'R>M2']]],
  ['what is used was made before', ['R>M', 'M>F', 'F>K'], [['R>M'], ['M>F'], ['F>K']]],
  ['what is made is not used before', ['M>F', 'R>M'], [['M>F'], ['R>M']]],
  ['the same made twice is made one after the other', ['R>M', 'S>M'], [['R>M'], ['S>M']]],
  [
    'what waits for nothing goes in the first',
    ['R>M', 'M>F', 'S>N', 'N>G'],
    [
      ['R>M', 'S>N'],
      ['M>F', 'N>G'],
    ],
  ],
  ['who comes first uses first', ['R>M', 'M S>F', 'S>N'], [['R>M'], ['M S>F', 'S>N']]],
])('runs in steps: %s', (_, runs, steps) => {
  expect(inSteps(runs.map(run)).map((step) => step.map(({ text }) => text))).toEqual(steps)
})
