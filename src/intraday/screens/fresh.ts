// The day is read again when something happened, and now and then: never more than once in some seconds, however much happens.
import { useEffect } from 'react'
import { atMostEvery } from '#ui/at-most-every'
import { live } from '#ui/live'
import { refetch } from '#ui/query'
import { getAdherence, getClimate, getDayBoard, getMenu, getMyDay, listAlerts, listDayMoves, listMyAsks } from '../contract.ts'

const PEOPLE = ['staff.presence_changed', 'routing.seat_changed', 'routing.taken', 'routing.ended', 'routing.back', 'intraday.exception_granted', 'intraday.exception_withdrawn', 'scheduling.shifts_published'] as const // prettier-ignore
const DAY = ['intraday.looked', 'forecasting.history_counted', 'forecasting.published', 'forecasting.adjusted', 'staffing.requirements_changed', 'routing.rules_in_force', ...PEOPLE] as const // prettier-ignore
const EVERY = { people: 5_000, day: 8_000, anyway: 60_000 } // a thousand people are half a megabyte

export function useFreshDay(): void {
  useEffect(() => {
    const people = atMostEvery(EVERY.people, () => void refetch(getAdherence))
    const day = atMostEvery(EVERY.day, () => void refetch(getDayBoard, getClimate))
    const off = [
      live.on([...PEOPLE], people),
      live.on([...DAY], day),
      live.on(['intraday.alert_opened', 'intraday.alert_closed'], () => void refetch(listAlerts, getDayBoard)),
      live.on(['intraday.menu_changed'], () => void refetch(getMenu)),
      live.on(['intraday.move_changed'], () => void refetch(listDayMoves, getDayBoard, getAdherence)),
    ]
    const anyway = setInterval(
      () => document.visibilityState === 'visible' && void refetch(getDayBoard, getAdherence),
      EVERY.anyway,
    )
    return () => {
      clearInterval(anyway)
      for (const each of off) each()
    }
  }, [])
}

const MINE = ['intraday.asked', 'intraday.ask_answered', 'intraday.exception_granted', 'intraday.exception_withdrawn', 'staff.presence_changed', 'scheduling.shifts_published'] as const // prettier-ignore

/** Of what happens to a thousand people only what happens to this one reads their day again. */
export function useFreshMine(person: string | undefined): void {
  useEffect(() => {
    const soon = atMostEvery(EVERY.people, () => void refetch(getMyDay, listMyAsks))
    return live.on([...MINE], ({ payload }) => {
      if (person === undefined || aboutWhom(payload) === person) soon()
    })
  }, [person])
}

const aboutWhom = (payload: unknown): unknown =>
  typeof payload === 'object' && payload !== null && 'person' in payload ? payload.person : undefined
