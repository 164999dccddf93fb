// Sizes that code and style sheet share: how wide the names are, how high what stands above the rows.
export const NAMES = { width: 216, narrow: 116 }
export const ROW = { calm: 42, compact: 34 }
