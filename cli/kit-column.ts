type OfKit = Readonly<{ kitSku: string | null }>

/** A column that names the kit of which a line is a part, where any is. */
export const kitColumn = (lines: readonly OfKit[]) =>
  lines.some(({ kitSku }) => kitSku !== null) ? [{ title: 'Kit', of: ({ kitSku }: OfKit) => kitSku }] : []
