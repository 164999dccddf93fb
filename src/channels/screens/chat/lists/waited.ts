// How long somebody has been waiting, as a clock that runs. Pure.

/** From whole seconds: "0:42", "12:05", and with hours "1:02:05". Never negative: clocks of two machines differ. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  const [hours, minutes] = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60]
  const two = (part: number): string => String(part).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`
}

/** The same for a screen reader and a tooltip, as ISO 8601: "PT12M5S". */
export const duration = (seconds: number): string =>
  `PT${Math.floor(Math.max(0, seconds) / 60)}M${Math.max(0, Math.floor(seconds % 60))}S`
