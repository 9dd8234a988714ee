/**
 * server/modules/access/network-of.ts — the network that a request came from. Who has one IPv6 address has 2^64 of them, and no more tries for that.
 */
export function networkOf(address: string): string {
  const plain = /^::ffff:(\d+(?:\.\d+){3})$/i.exec(address)?.[1] ?? address
  if (!plain.includes(':')) return plain
  const [left = [], right] = plain.split('::').map((half) => half.split(':').filter((group) => group !== ''))
  const missing = right ? Math.max(0, 8 - left.length - right.length) : 0
  const groups = [...left, ...Array<string>(missing).fill('0'), ...(right ?? [])]
  const first = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16))
  return first.join(':')
}
