/** A number as people of either language write it: "1 250,50", "1,250.50", "12.5". Null when it is none. */
export function readNumber(text: string): number | null {
  const bare = text.replaceAll(/[\s\u00a0\u202f’']/g, '')
  const comma = bare.lastIndexOf(',')
  const plain = comma > bare.lastIndexOf('.') ? bare.replaceAll('.', '').replace(',', '.') : bare.replaceAll(',', '')
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null
}

/** The smallest units that make one of a currency: 100 for the euro. */
export function unitsOf(currency: string): number {
  try {
    return 10 ** (new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2)
  } catch {
    return 100 // not a currency; it is refused when it is sent
  }
}
