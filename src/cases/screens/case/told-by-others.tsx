// What rooms above have to tell in the story of a case: a promise made, kept, moved … The desk hands in components that show nothing themselves and
// say what happened when (lazy, as the panels); cases never import them.
import { Suspense, useMemo, useState, type ComponentType, type ReactNode } from 'react'
import type { IconName } from '#ui/icon'
import type { Case } from '../../contract.ts'

export type ToldByOther = { key: string; at: string; icon: IconName; words: ReactNode }
export type Teller = { name: string; screen: ComponentType<{ found: Case; onTold: (told: readonly ToldByOther[]) => void }> } // calls when it changes

let tellers: readonly Teller[] = []
export const showTellers = (given: readonly Teller[]): void => void (tellers = given)

type Told = Readonly<Record<string, readonly ToldByOther[]>>

/** What they told so far, and the components that tell. */
export function useToldByOthers(found: Case): { told: readonly ToldByOther[]; tellers: ReactNode } {
  const [all, setAll] = useState<Told>({})
  const told = useMemo(() => Object.values(all).flat(), [all])
  return {
    told,
    tellers: tellers.map(({ name, screen: Screen }) => (
      <Suspense key={name}>
        <Screen
          found={found}
          onTold={(news) => setAll((before) => (before[name] === news ? before : { ...before, [name]: news }))}
        />
      </Suspense>
    )),
  }
}
