import { AuditPage as Trail } from '#access/screens'
import { useAllPeople } from '#staff/screens'

/** The trail of access, with the names of staff, which access does not know. */
export function AuditPage() {
  const names = new Map(useAllPeople().map(({ id, name }) => [id as string, name]))
  return <Trail nameOf={(id) => names.get(id) ?? null} />
}
