// The command line and its page of instructions, from outside.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { reportShape } from './contract.ts'
import { rehearseTogether, reportTable } from './index.ts'
import { isReady, readScenario } from './engine/index.ts'

const page = readFileSync(path.join(import.meta.dirname, '../../docs/operate/rehearse.md'), 'utf8')
const examples = [...page.matchAll(/```json\n(.*?)```/gs)].map(([, text = '']) => text)

test('the examples of the instructions run, and say what they found', async () => {
  assert.equal(examples.length, 2)
  for (const text of examples) {
    const read = readScenario(JSON.parse(text))
    assert.ok('scenario' in read && isReady(read.scenario), JSON.stringify(read))
    const report = await rehearseTogether(read.scenario, { threads: 1 })
    assert.deepEqual(reportShape.parse(JSON.parse(JSON.stringify(report))), report)
    const table = reportTable(report)
    assert.match(table, new RegExp(read.scenario.name))
    assert.match(table, /service level.*answered in time ÷ offered/)
    assert.match(table, /by hour/)
    if (report.tomorrow) assert.match(table, /Late come at eleven/)
    if (report.tomorrow) assert.match(table, /who loses most/)
  }
})

test('a figure is shown with as many digits as its interval allows', async () => {
  const { sayFigure } = await import('./table/say-figure.ts')
  const figure = (mean: number, half: number, formula = 'wait_mean') => ({
    mean,
    low: mean - half,
    high: mean + half,
    n: 20,
    formula,
  })
  assert.equal(sayFigure(figure(0.83456, 0.0123, 'abandoned')), '83.5 ± 1.2')
  assert.equal(sayFigure(figure(12_345.6, 120)), '12 346 ± 120')
  assert.equal(sayFigure(figure(-3.25, 0.31), { signed: true }), '−3.25 ± 0.31')
  assert.equal(sayFigure({ mean: null, low: null, high: null, n: 0, formula: 'wait_mean' }), '–')
})
