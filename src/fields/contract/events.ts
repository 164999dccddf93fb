// What fields tell the desk and the rooms above.
import { z } from 'zod'
import { event, id, instant } from '#base/contract'
import { fieldId, fieldSubjects } from './words.ts'

export const fieldChanged = event('field.changed', z.object({ field: fieldId(), subject: z.enum(fieldSubjects) })) // made, changed, retired
export const valueChanged = event(
  'field.value_changed',
  z.object({ field: fieldId(), subject: z.enum(fieldSubjects), of: z.uuid(), case_id: id<'case'>().nullable() }),
)
export const dateReminded = event(
  'field.reminded',
  z.object({
    field: fieldId(),
    subject: z.enum(fieldSubjects),
    of: z.uuid(),
    date: z.iso.date(),
    at: instant(),
    opened: id<'case'>().nullable(),
  }),
)
export const viewsChanged = event('view.changed', z.object({ shared: z.boolean() }))
