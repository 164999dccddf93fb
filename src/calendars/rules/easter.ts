/**
 * Easter Sunday of a year of the Gregorian calendar.
 *
 * The "anonymous" algorithm printed by S. Butcher (The Ecclesiastical Calendar, 1876) and by J. Meeus (Astronomical Algorithms, 2nd ed.
 * 1998, chapter 8): valid for every year from 1583 on, without exceptions. The names below follow what the steps compute.
 * @param year a year of the Gregorian calendar, 1583 or later; RangeError otherwise
 */
export function easter(year: number): Temporal.PlainDate {
  if (!Number.isInteger(year) || year < 1583) throw new RangeError(`the Gregorian Easter begins in 1583, not in ${year}`)
  const golden = year % 19
  const century = Math.floor(year / 100)
  const yearOfCentury = year % 100
  const lunarCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - lunarCorrection + 15) % 30
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  const fromMarch = epact + toSunday - 7 * late + 114
  return Temporal.PlainDate.from({ year, month: Math.floor(fromMarch / 31), day: (fromMarch % 31) + 1 })
}
