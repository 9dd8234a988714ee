/** `1 unit`, `3 units`; what has another plural says it. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`
