// The pages of this room, and what it shows beside a case.
import { lazy } from 'react'
import { send } from '#ui/api'
import { getGate } from '../contract.ts'
import { keepFresh } from './fresh.ts'

export const TodayPage = lazy(async () => ({ default: (await import('./page.tsx')).TodayPage }))
export const LeavePage = lazy(async () => ({ default: (await import('./gate/page.tsx')).LeavePage }))
export const TeamPage = lazy(async () => ({ default: (await import('./team/page.tsx')).TeamPage }))
export const UnhappyPage = lazy(async () => ({ default: (await import('./unhappy/page.tsx')).UnhappyPage }))
export { UnhappyPanel } from './unhappy/panel.tsx' // fetched lazily by the desk: React takes no lazy piece inside another
export { MoodWord } from './unhappy/mood-word.tsx' // likewise

keepFresh()

/** Whether something of mine would break before I am back, as far as the house knows when that is. */
export const somethingBreaks = async (): Promise<boolean> => (await send(getGate, {})).items.length > 0
