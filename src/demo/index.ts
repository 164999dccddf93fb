// The door of demo.
export { openDemonstration, type Demonstration, type Guest } from './open-demonstration.ts'
export { furnish, type Told } from './furnish/furnish.ts'
export { removeDemonstrations } from './remove.ts'
export { comeOne, startNewcomers, type Newcomers, type World } from './live/newcomers.ts'
export { customersAnswer, customersRead } from './live/answers.ts'
export { routes } from './routes.ts'
// Pure makers of people, letters and papers by seed: what bench may load the house with.
export { chanceOf, type Chance } from './texts/chance.ts'
export { castOf, type CustomerCast } from './texts/cast.ts'
export { letterOf, type Letter } from './texts/letters.ts'
export { answerOf } from './texts/answers.ts'
export { enclosureOf } from './texts/enclosures.ts'
export { progressOn } from './terminal.ts'
