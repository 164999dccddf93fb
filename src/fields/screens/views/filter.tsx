import { listBrands } from '#brands/contract'
import { listReasons } from '#cases/contract'
import { listStaff } from '#staff/contract'
import { useAsk } from '#ui/query'
import { Select } from '#ui/select'
import { useWords } from '#ui/words'
import { priorities, type ViewFilter } from '../../contract.ts'
import { words } from './words.ts'

type Filtering = { filter: ViewFilter; onChange: (filter: ViewFilter) => void }
const ANY = 'any'

/** Which cases, beyond what was filled in: one choice each, or any. */
export function Filter({ filter, onChange }: Filtering) {
  const say = useWords(words)
  const reasons = useAsk(listReasons, {}, { staleSeconds: 60 }).data?.items ?? []
  const brands = useAsk(listBrands, { limit: 200 }, { staleSeconds: 60 }).data?.items ?? []
  const people = useAsk(listStaff, { limit: 200, gone: false }, { staleSeconds: 60 }).data?.items ?? []
  const named = people.map(({ id, name }) => ({ id: String(id), label: name }))
  const me = { id: 'me', label: say('me') }
  const put = (part: object) => onChange({ ...filter, ...part }) // each choice is one of those offered
  const one = (
    label: string,
    options: readonly { id: string; label: string }[],
    asked: { value: string | null; name: keyof ViewFilter },
  ) => (
    <Select
      label={label}
      options={[{ id: ANY, label: say('any') }, ...options]}
      value={asked.value ?? ANY}
      onChange={(id) => put({ [asked.name]: id === ANY ? null : id })}
    />
  )
  const said = <Word extends keyof typeof words.fr>(...names: readonly Word[]) =>
    names.map((id) => ({ id, label: say(id as 'open') })) // words without values
  return (
    <div className="fields-filter">
      <Select label={say('status')} options={said('open', 'closed', 'all')} value={filter.status} onChange={(status) => put({ status })} />
      {one(say('stands'), said('new', 'waiting_for_us', 'waiting_for_others', 'suspected'), { value: filter.stands, name: 'stands' })}
      {one(say('owner'), [me, { id: 'covered', label: say('covered') }, ...named], { value: filter.owner, name: 'owner' })}
      {one(say('handler'), [me, ...named], { value: filter.handler, name: 'handler' })}
      {one(say('priority'), said(...priorities), { value: filter.priority, name: 'priority' })}
      {reasons.length > 0 && one(say('reason'), reasons.map(({ id, name }) => ({ id: String(id), label: name })), { value: filter.reason, name: 'reason' })}
      {brands.length > 1 && one(say('brand'), brands.map(({ id, name }) => ({ id: String(id), label: name })), { value: filter.brand, name: 'brand' })}
      {one(say('clock'), said('late', 'soon'), { value: filter.clock, name: 'clock' })}
      {one(say('waits'), said('task'), { value: filter.waits_for, name: 'waits_for' })}
    </div>
  ) // prettier-ignore
}
