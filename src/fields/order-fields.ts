import { allow } from '#access'
import type { Work } from '#base/work'
import { fieldChanged, type FieldId, type FieldSubject } from './contract.ts'
import { putInOrder } from './store/field.ts'

export async function orderFields(
  work: Work,
  { subject, fields }: { subject: FieldSubject; fields: FieldId[] },
): Promise<object> {
  allow(work, 'field.manage', { brand: null })
  await putInOrder(work, subject, fields)
  const [first] = fields
  if (first) work.publish(fieldChanged, { field: first, subject })
  return {}
}
