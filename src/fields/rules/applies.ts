import type { Field } from '../contract/field.ts'

/** Is this field asked for a case of that reason? */
export const applies = (field: Pick<Field, 'reasons'>, reason: string | null): boolean =>
  field.reasons.length === 0 || (reason !== null && field.reasons.some((each) => each === reason))
