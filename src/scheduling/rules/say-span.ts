// A shift as a sentence names it: "lundi 23 novembre de 09:00 à 17:00". Pure.
type Hours = { starts_at: Temporal.Instant; ends_at: Temporal.Instant }

export function saySpan({ starts_at, ends_at }: Hours, zone: string): { fr: string; en: string } {
  const [from, to] = [starts_at.toZonedDateTimeISO(zone), ends_at.toZonedDateTimeISO(zone)]
  const time = (each: Temporal.ZonedDateTime): string => each.toLocaleString('en-GB', { hour: '2-digit', minute: '2-digit' })
  const day = { weekday: 'long', day: 'numeric', month: 'long' } as const
  return {
    fr: `${from.toLocaleString('fr-FR', day)} de ${time(from)} à ${time(to)}`,
    en: `${from.toLocaleString('en-GB', day)}, ${time(from)}–${time(to)}`,
  }
}
