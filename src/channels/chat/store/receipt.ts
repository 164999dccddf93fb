import { json } from '#base/sql'
import type { Work } from '#base/work'
import type { InteractionId } from '#cases/contract'

// Kept and filed by the same commit: there is no moment in which one is there without the other.
type Filed = { id: string; entry_point: string; file: string; size: number; envelope: object; interaction: InteractionId }
export const insertFiledReceipt = (work: Work, r: Filed) => work.sql.run`
  insert into channels.receipt (tenant_id, id, door, entry_point_id, received_at, file_id, size, envelope, filed_at, interaction_id)
  values (${work.tenant}, ${r.id}, 'chat', ${r.entry_point}, ${work.now}, ${r.file}, ${r.size}, ${json(r.envelope)}, ${work.now}, ${r.interaction})`
