import { Button, IconButton } from '#ui/button'
import { TextField } from '#ui/field'
import { Panel } from '#ui/layout'
import { useWords } from '#ui/words'
import type { Site } from '../../contract/rulebook.ts'
import { Several } from './queue/inputs.tsx'
import type { Book } from './use-book.ts'
import { weightsWords } from './weights-words.ts'

/** Where teams work: what rings widen over. */
export function Sites({ book }: { book: Book }) {
  const say = useWords(weightsWords)
  const { sites } = book.book
  const put = (changed: Site[]): void => book.change({ ...book.book, sites: changed })
  const add = (): void => put([...sites, { key: freeKey(sites), name: say('newSite'), teams: [] }])
  return (
    <Panel title={say('sites')}>
      <div className="routing-fields">
        <p>{say('sitesText')}</p>
        {sites.length === 0 && <small>{say('noSites')}</small>}
        {sites.map((site, at) => (
          <One key={site.key} book={book} site={site} onChange={(changed) => put(sites.map((each, place) => (place === at ? changed : each)))} onRemove={() => put(sites.filter((_, place) => place !== at))} />
        ))}
        {book.mayManage && (
          <div>
            <Button size="small" icon="plus" onPress={add}>
              {say('addSite')}
            </Button>
          </div>
        )}
      </div>
    </Panel>
  )
} // prettier-ignore

const freeKey = (sites: readonly Site[]): string => {
  for (let n = sites.length + 1; ; n++) if (!sites.some(({ key }) => key === `site-${n}`)) return `site-${n}`
}

function One({ book, site, onChange, onRemove }: { book: Book; site: Site; onChange: (site: Site) => void; onRemove: () => void }) {
  const say = useWords(weightsWords)
  const { name } = site
  if (!book.mayManage) return <p>{name}</p>
  return (
    <div className="routing-site">
      <TextField label={say('siteName')} value={name} onChange={(changed) => onChange({ ...site, name: changed || say('newSite') })} maxLength={120} />
      <Several label={say('teams', { name })} options={book.house.teams.map((team) => ({ id: team.id, label: team.name }))} value={site.teams.length > 0 ? site.teams : null} any="—" onChange={(teams) => onChange({ ...site, teams: teams ?? [] })} />
      <IconButton size="small" icon="close" label={say('removeSite', { name })} onPress={onRemove} />
    </div>
  )
} // prettier-ignore
