// The day is read again when something happened, and now and then: never more than once in some seconds, however much happens.
import { useEffect } from 'react'
import { atMostEvery } from '#ui/at-most-every'
import { live } from '#ui/live'
import { refetch } from '#ui/query'
import { getAdherence, getClimate, getDayBoard, getMenu, getMyDay, listAlerts, listDayMoves, listMyAsks } from '../contract.ts'

const PEOPLE = ['staff.presence_changed', 'routing.seat_changed', 'routing.taken', 'routing.ended', 'routing.back', 'intraday.exception_granted', 'intraday.exception_withdrawn', 'scheduling.shifts_published'] as const // prettier-ignore
const DAY = ['intraday.looked', 'forecasting.history_counted', 'forecasting.published', 'forecasting.adjusted', 'staffing.requirements_changed', 'routing.rules_in_force', ...PEOPLE] as const // prettier-ignore
const EVERY = { people: 3_000, day: 8_000, anyway: 60_000 }

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

export function useFreshMine(): void {
  useEffect(() => {
    const soon = atMostEvery(EVERY.people, () => void refetch(getMyDay, listMyAsks))
    const off = live.on(['intraday.asked', 'intraday.ask_answered', 'intraday.exception_granted', 'intraday.exception_withdrawn', 'staff.presence_changed', 'scheduling.shifts_published'], soon)
    return off
  }, [])
} // prettier-ignore
