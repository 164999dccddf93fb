// The door of the staffing formulas: pure. A load and targets go in, people and figures come out.
export { figuresFor, requirementFor, agentsFor, defaultWithin, type Wish } from './require.ts'
export { figuresOf, figureFor } from './figures.ts'
export { judge, keeps } from './meets.ts'
export { solve, type Solved } from './solve.ts'
export { modelOf } from './room-of.ts'
export { ask } from './ask.ts'
export { answerOf } from './answer.ts'
