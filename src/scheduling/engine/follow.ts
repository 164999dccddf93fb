// A first plan after the relaxed one: everybody takes the week that follows most of what the relaxed plan still has to give their class.
import { bestWeek } from './best-week.ts'
import type { Planned } from './person.ts'
import type { Problem } from './problem.ts'
import { newRota, ownCost, type Rota } from './rota.ts'
import { placePausesAnew, setDay } from './ruin.ts'

export type Followed = { people: readonly Planned[]; amounts: readonly Float64Array[] } // of a class: how many take each option, by day and option

/** @param amounts may be fractions; what is left of them after each person is what the next one follows. */
export function follow(problem: Problem, classes: readonly Followed[]): Rota {
  const rota = newRota(problem)
  const nothing = new Float64Array(problem.grid.room + 1)
  for (const { people, amounts } of classes) {
    const left = amounts.map((day) => day.slice())
    for (const person of people.toSorted((a, b) => freedom(a) - freedom(b))) {
      const drawn = {
        ...person,
        cost: person.allowed.map((places, day) =>
          person.cost[day]!.map((cost, i) => cost * 0.02 - Math.max(-1, Math.min(1, left[day]![places[i]!]!))),
        ),
      }
      for (const week of person.weeks) {
        const { choice } = bestWeek(rota, { person: drawn, week, sums: nothing })
        for (const [d, place] of choice.entries()) {
          if (place < 0) continue
          left[week.from + d]![place]! -= 1
          setDay(rota, person, { day: week.from + d, place, prices: nothing })
        }
      }
      rota.own[person.index] = ownCost(rota, person)
    }
  }
  for (let round = 0; round < 3; round++)
    for (const person of problem.people) for (let day = 0; day < problem.grid.days; day++) placePausesAnew(rota, person, day)
  return rota
}

const freedom = ({ allowed }: Planned): number => allowed.reduce((sum, places) => sum + places.length, 0)
