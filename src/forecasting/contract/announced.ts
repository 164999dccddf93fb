// What people know beforehand: a campaign, an invoice run, a change of prices. The forecast learns from those that were and reckons with those to come.
import { z } from 'zod'
import { endpoint, id, instant, nothing, pageInput, pageOf, rowVersion } from '#base/contract'
import { moment, streamShape } from './streams.ts'

export const announcement = () => id<'announcement'>()
export type AnnouncementId = z.infer<ReturnType<typeof announcement>>
export const announcementKinds = ['campaign', 'invoices', 'prices', 'launch', 'outage', 'letter', 'strike', 'other'] as const
export type AnnouncementKind = (typeof announcementKinds)[number]

// learn: what the same kind did before. percent: +30 is thirty per cent more than without it.
export const effectShape = z.union([
  z.strictObject({ kind: z.literal('learn') }),
  z.strictObject({ kind: z.literal('percent'), percent: z.number().min(-100).max(1_000) }),
])
export type Effect = z.infer<typeof effectShape>

const fields = {
  name: z.string().trim().min(1).max(120),
  kind: z.enum(announcementKinds),
  from: moment(),
  to: moment(),
  streams: z.array(streamShape).max(60).describe('Empty: all of them'),
  effect: effectShape,
  note: z.string().trim().max(500),
}
export const announcementShape = z.object({
  id: announcement(),
  ...fields,
  by: z.object({ id: id<'person'>(), name: z.string() }).nullable(),
  at: instant(),
  version: z.number().int(),
})
export type Announcement = z.infer<typeof announcementShape>
export const newAnnouncementShape = z.object({
  ...fields, streams: fields.streams.default([]), effect: effectShape.default({ kind: 'learn' }), note: fields.note.default(''),
}) // prettier-ignore
export type NewAnnouncement = z.infer<typeof newAnnouncementShape>

const path = '/api/v1/forecasts/announcements'
export const listAnnouncements = endpoint({
  method: 'GET', path, permission: 'workforce.read', summary: 'Events announced that touch a span, the latest first',
  input: z.object({ ...pageInput, cursor: z.uuid().optional(), from: moment().optional(), to: moment().optional() }), output: pageOf(announcementShape),
}) // prettier-ignore
export const postAnnouncement = endpoint({
  method: 'POST', path, permission: 'workforce.manage', summary: 'Announce an event that changes how much comes; the next forecast reckons with it', input: newAnnouncementShape, output: announcementShape,
}) // prettier-ignore
export const patchAnnouncement = endpoint({
  method: 'PATCH', path: `${path}/:id`, permission: 'workforce.manage', summary: 'Change an announced event',
  input: z.object({ id: announcement(), version: rowVersion().positive(), ...z.object(fields).partial().shape }), output: announcementShape,
}) // prettier-ignore
export const deleteAnnouncement = endpoint({
  method: 'DELETE', path: `${path}/:id`, permission: 'workforce.manage', summary: 'Take back an announced event', input: z.object({ id: announcement(), version: rowVersion().positive().optional() }), output: nothing,
}) // prettier-ignore
