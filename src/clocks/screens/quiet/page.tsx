import { useNavigate, useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { Id } from '#base/contract'
import { listTeams } from '#staff/contract'
import { Checkbox } from '#ui/choice'
import { useCommands } from '#ui/keys'
import { Page } from '#ui/layout'
import { useAsk } from '#ui/query'
import { Select } from '#ui/select'
import { Tabs } from '#ui/tabs'
import { useWords } from '#ui/words'
import { countQuiet } from '../../contract.ts'
import { Deadlines } from './deadlines.tsx'
import { Quiets } from './quiets.tsx'
import { words } from './words.ts'
import '../clocks.css'

export type Owners = { owner?: 'me'; team?: Id<'team'> }

/** Who has not heard from us, what runs out next, where nothing moves. */
export function QuietPage() {
  const say = useWords(words)
  const room = useRef<HTMLDivElement>(null)
  const [whose, setWhose] = useState('me')
  const [all, setAll] = useState(false)
  const counts = useAsk(countQuiet, {}).data
  const [tab, setTab] = useTab()
  const owners = ownersOf(whose)
  const group = say('group')
  useCommands([
    { id: 'clocks.next', label: say('next'), group, keys: 'j', icon: 'down', run: () => walk(room.current, 1) },
    { id: 'clocks.previous', label: say('previous'), group, keys: 'k', icon: 'up', run: () => walk(room.current, -1) },
  ])
  const only = all ? 'all' : 'too_long'
  const pages = [
    { id: 'silent', label: say('silent'), ...(counts?.silent ? { count: counts.silent } : {}), content: <Quiets cause="silent" owners={owners} only={only} named={whose !== 'me'} /> },
    { id: 'late', label: say('late'), ...(counts?.late ? { count: counts.late } : {}), content: <Deadlines owners={owners} named={whose !== 'me'} /> },
    { id: 'stagnant', label: say('stagnant'), ...(counts?.stagnant ? { count: counts.stagnant } : {}), content: <Quiets cause="stagnant" owners={owners} only={only} named={whose !== 'me'} /> },
  ] // prettier-ignore
  return (
    <Page
      title={say('title')}
      lead={counts && say('lead', { silent: counts.silent })}
      actions={<Whose value={whose} onChange={setWhose} />}
    >
      <div ref={room} className="clocks-page">
        {tab !== 'late' && (
          <Checkbox isSelected={all} onChange={setAll}>
            {say('all')}
          </Checkbox>
        )}
        <Tabs label={say('tabs')} pages={pages} chosen={tab} onChoose={setTab} />
      </div>
    </Page>
  )
}

function useTab(): [string, (tab: string) => void] {
  const kept: { tab?: unknown } = useSearch({ strict: false })
  const navigate = useNavigate()
  const tab = typeof kept.tab === 'string' ? kept.tab : 'silent'
  return [tab, (chosen) => void navigate({ to: '.', search: { tab: chosen } as never, replace: true })] // read above
}

const ownersOf = (whose: string): Owners =>
  whose === 'me' ? { owner: 'me' } : whose === 'all' ? {} : { team: whose as Id<'team'> } // chosen among teams

function Whose({ value, onChange }: { value: string; onChange: (whose: string) => void }) {
  const say = useWords(words)
  const teams = useAsk(listTeams, { limit: 100 }, { staleSeconds: 300 }).data?.items ?? []
  const options = [
    { id: 'me', label: say('mine') },
    ...teams.map(({ id, name }) => ({ id: String(id), label: say('team', { name }) })),
    { id: 'all', label: say('everyone') },
  ]
  return <Select label={say('whose')} hideLabel options={options} value={value} onChange={onChange} />
}

function walk(room: HTMLElement | null, by: 1 | -1): void {
  const lines = [...(room?.querySelectorAll<HTMLElement>('[data-line]') ?? [])]
  const at = lines.findIndex((line) => line === document.activeElement)
  const to = at < 0 ? (by === 1 ? lines[0] : lines.at(-1)) : lines[Math.max(0, Math.min(lines.length - 1, at + by))]
  to?.focus()
  to?.scrollIntoView({ block: 'nearest' })
}
