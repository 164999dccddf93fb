// Why a run is given up whose server stopped under it again and again. It is read in the run: nobody is refused anything.
import type { PlanRun } from '../contract.ts'

export const tornTooOften = (times: number): NonNullable<PlanRun['failed']> => ({
  code: 'scheduling.torn_too_often',
  fr: `Le serveur s’est arrêté ${times} fois pendant ce calcul, sans laisser de planning à garder : rien n’a été changé. Optimisez encore avec moins de personnes ou moins de jours ; si cela revient, c’est sans doute la mémoire qui manque au serveur.`,
  en: `The server stopped ${times} times while it planned, with no plan left to keep: nothing was changed. Optimise again with fewer people or fewer days; if it comes back, the server is probably short of memory.`,
})
