/** From which warehouse to which, on one line. */
export const fromTo = ({ fromCode, toCode }: Readonly<{ fromCode: string; toCode: string }>): string =>
  `${fromCode}\u00a0→\u00a0${toCode}`
