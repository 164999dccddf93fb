import { refuse } from '#base/work'
import { fieldMisshapen, optionNameTwice } from './contract.ts'
import { misshapen, namedTwice } from './rules/shape-of.ts'

export function needShape(given: Parameters<typeof misshapen>[0]): void {
  const why = misshapen(given)
  if (why) throw refuse(fieldMisshapen, { why })
  if (namedTwice(given.options)) throw refuse(optionNameTwice, {})
}
