import { expect, test } from 'vitest'
import { voicePickCode } from './voice-pick-code.ts'

// The first two are printed in the guidance of the Produce Traceability Initiative; 0xBB3D is the check value of CRC-16/ARC over 123456789.
test.each([
  ['10333830000016', '186', '230711', '7557'],
  ['10333830000016', '187', '230712', '3765'],
  ['123456789', '', null, String(0xbb3d % 10_000)],
])('GTIN %s, batch %s, day %s: %s', (gtin, batch, day, code) => {
  expect(voicePickCode({ gtin, batch, day })).toBe(code)
})
