/**
 * The texts that are hashed never change: what stands here was sealed once.
 */
import { expect, test } from 'vitest'
import { blockText, factText, idBefore, noHash } from './seal.ts'

test('a fact is its table and its columns in their order, without what has no value', () => {
  const text = '{"table":"stock.move","row":{"id":"a","note":"é \\"2\\"","quantity":"12"}}'
  expect(factText('stock.move', ['id', 'note', 'quantity'], ['a', 'é "2"', '12'])).toBe(text)
  const later = ['id', 'note', 'weather', 'quantity', 'wind']
  expect(factText('stock.move', later, ['a', 'é "2"', null, '12', undefined])).toBe(text)
})

test('a block is ten lines', () => {
  const head = {
    accountId: 'b',
    number: 7,
    previous: noHash,
    at: '2026-11-30T02:15:00.000Z',
    completeTo: null,
    table: 'stock.move',
    columns: ['account_id', 'id'],
    facts: 2,
    leaves: 'ab',
  }
  const lines = [
    'firstout seal 1',
    'b',
    '7',
    noHash,
    '2026-11-30T02:15:00.000Z',
    '-',
    'stock.move',
    'account_id,id',
    '2',
    'ab',
  ]
  expect(blockText(head).split('\n')).toEqual(lines)
  expect(blockText({ ...head, completeTo: '2026-11-29T14:15:00.000Z' }).split('\n')[5]).toBe('2026-11-29T14:15:00.000Z')
})

test('an id of an hour before sorts before all that were made since', () => {
  expect(idBefore('01a22a29-c44b-7004-88f5-b4b2f08e6995', 3_600_000)).toBe('01a229f2-d5cb-0000-0000-000000000000')
  expect(idBefore('00000000-0001-7000-8000-000000000000', 3_600_000)).toBe('00000000-0000-0000-0000-000000000000')
})
