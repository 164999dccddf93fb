import { useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Button as Pressable } from 'react-aria-components'
import { commands } from '#ui/commands'
import { tell } from '#ui/failure'
import { useLanguage } from '#ui/language'
import { Icon } from '#ui/icon'
import { Menu, type ChoiceGroup } from '#ui/menu'
import { Avatar, type Presence } from '#ui/person'
import { chooseDensity, chooseTheme, useDensity, useTheme } from '#ui/theme'
import { useWords } from '#ui/words'
import { useMyDay } from './my-day.ts'
import { useMySeat } from './my-seat.ts'
import { speak, useSeat } from './session.ts'
import { words } from './words.ts'

/** Who sits here, whether they take requests, and how the desk looks. */
export function SeatMenu() {
  const say = useWords(words)
  const seat = useSeat()
  const [look, presence, routed] = [useLook(), usePresenceChoices(), useRouted()]
  const router = useRouter()
  const [day, spoken] = [useMyDay(), useLanguage()]
  const next = day?.line?.[spoken]
  const toAccount = () => void router.navigate({ to: '/account' as never }) // a page of rooms.tsx
  const toLeave = () => void router.navigate({ to: '/staff' as never, search: { tab: 'absences', now: 1 } as never })
  const account = { id: 'account', label: say('account'), icon: 'mine' as const, run: toAccount }
  const now = {
    id: 'now',
    label: say('goAwayTonight'),
    icon: 'moon' as const,
    run: () =>
      void import('./leave-now.ts').then(
        ({ leaveUntilTonight }) => leaveUntilTonight(() => seat?.setPresence(seat.presence)),
        tell,
      ),
  }
  const leave = { id: 'leave', label: say('goAway'), icon: 'calendar' as const, run: toLeave }
  const out = seat
    ? [{ choices: [now, leave, account, { id: 'out', label: say('signOut'), icon: 'out' as const, run: seat.signOut }] }]
    : []
  return (
    <div className="desk-seat">
      <Menu
        label={say('you')}
        groups={[...presence, ...routed.choices, ...look, ...out]}
        trigger={
          <Pressable className="desk-seat-button">
            {seat ? <Avatar person={seat} size={36} /> : <Icon name="settings" />}
            <span className="desk-seat-words">
              {seat?.name ?? say('look')}
              {seat && <small>{routed.standing ?? seat.role}</small>}
              {next && <small>{next}</small>}
            </span>
            <Icon name="up" size={16} />
          </Pressable>
        }
      />
    </div>
  )
}

/** Whoever is offered work has a seat: how it stands beside their name, and the way to it. */
function useRouted(): { choices: ChoiceGroup[]; standing: ReactNode } {
  const spoken = useLanguage()
  const at = useMySeat()
  if (!at) return { choices: [], standing: undefined }
  const { label, standing, load, open } = at
  return {
    choices: [{ choices: [{ id: 'seat', label: label[spoken], icon: 'tray', detail: standing[spoken], run: open }] }],
    standing: (
      <>
        {standing[spoken]}{' '}
        <span className="desk-pips" aria-hidden="true">
          {load}
        </span>
      </>
    ),
  }
}

function usePresenceChoices(): ChoiceGroup[] {
  const say = useWords(words)
  const seat = useSeat()
  if (!seat) return []
  const all: readonly Presence[] = ['present', 'busy', 'away']
  const choices = all.map((to) => ({ id: to, label: say(to), chosen: seat.presence === to, run: () => seat.setPresence(to) }))
  return [{ title: say('presence'), choices }]
}

function useLook(): ChoiceGroup[] {
  const say = useWords(words)
  const [spoken, theme, density] = [useLanguage(), useTheme(), useDensity()]
  const themes = [
    { id: 'system', icon: 'screen' },
    { id: 'light', icon: 'sun' },
    { id: 'dark', icon: 'moon' },
  ] as const
  const compact = density === 'compact'
  return [
    {
      title: say('look'),
      choices: [
        ...themes.map(({ id, icon }) => ({ id, icon, label: say(id), chosen: theme === id, run: () => chooseTheme(id) })),
        {
          id: 'compact',
          icon: 'menu',
          label: say(compact ? 'calm' : 'compact'),
          run: () => chooseDensity(compact ? 'calm' : 'compact'),
        },
      ],
    },
    {
      title: say('language'),
      choices: [
        { id: 'fr', label: 'Français', icon: 'globe', chosen: spoken === 'fr', run: () => speak('fr') },
        { id: 'en', label: 'English', icon: 'globe', chosen: spoken === 'en', run: () => speak('en') },
      ],
    },
    {
      choices: [
        {
          id: 'keys',
          label: say('shortcuts'),
          icon: 'keyboard',
          keys: '?',
          run: () =>
            commands()
              .find(({ id }) => id === 'ui.help')
              ?.run(),
        },
      ],
    },
  ]
}
