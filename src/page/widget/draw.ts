// Elements from what views say: the little of preact that the widget needs, under the same names, so that preact's types hold for it.
// Each thing said has a part that stands for it and is amended when it is said again. What is not there (`null`, `false`) holds its place by
// an empty text, so that what stands beside it is not taken for something else. Events are the elements' own `on…` properties.
type Props = Readonly<Record<string, unknown>>
type View = (props: Props) => Child
type Life = { new (props: Props): Component }
type Told = { type: string | View | Life; props: Props; key: unknown }
type Child = Told | readonly Child[] | string | number | boolean | null | undefined
type Part = { told: Told; kids: Part[]; dom: ChildNode | null; own: Component | null }

const TEXT = '' // the type of a text
const SVG = 'http://www.w3.org/2000/svg'

export function h(type: Told['type'], given: Props | null, ...children: Child[]): Told {
  const { key, ...props } = given ?? {}
  return { type, props: children.length > 0 ? { ...props, children } : props, key }
}

export const Fragment: View = ({ children }) => children as Child // its own children, as h was given them

const roots = new WeakMap<Element, Part>()

export function render(child: Child, place: Element): void {
  const root = roots.get(place) ?? newPart(h('root', null), place)
  roots.set(place, root)
  settle(root, [child])
  tellDone()
}

export abstract class Component {
  props: Props
  state: Props = {}
  part: Part | null = null
  constructor(props: Props) {
    this.props = props
  }
  abstract render(): Child
  componentDidMount(): void {}
  componentDidUpdate(_before: Props): void {}
  componentWillUnmount(): void {}
  setState(news: Props): void {
    this.state = { ...this.state, ...news }
    if (due.size === 0) queueMicrotask(redraw)
    due.add(this)
  }
}

const due = new Set<Component>()
let done: (() => void)[] = [] // told when all stands

function redraw(): void {
  const all = [...due]
  due.clear()
  for (const { part } of all) if (part) amend(part, part.told)
  tellDone()
}

function tellDone(): void {
  const all = done
  done = []
  for (const tell of all) tell()
}

const newPart = (told: Told, dom: ChildNode | null = null): Part => ({ told, kids: [], dom, own: null })

function tellOf(child: Child): Told {
  if (isMany(child)) return h(Fragment, null, ...(child.length > 0 ? child : [null]))
  if (typeof child === 'object' && child !== null) return child
  return h(TEXT, { text: typeof child === 'boolean' ? '' : String(child ?? '') })
}
const isMany = (child: unknown): child is readonly Child[] => Array.isArray(child)

function amend(part: Part, told: Told): Part {
  const before = part.told.props
  part.told = told
  const { type, props } = told
  if (type === TEXT) amendText(part, String(props['text']))
  else if (typeof type === 'string') amendElement(part, type, before)
  else if (isLife(type)) amendOwn(part, type, before)
  else settle(part, isMany(props['children']) && type === Fragment ? props['children'] : [type(props)])
  return part
}
const isLife = (type: View | Life): type is Life => type.prototype instanceof Component

function amendText(part: Part, text: string): void {
  part.dom ??= new Text()
  if (part.dom.nodeValue !== text) part.dom.nodeValue = text
}

function amendElement(part: Part, tag: string, before: Props): void {
  const { props } = part.told
  const old = part.dom ? before : {}
  const element = part.dom instanceof Element ? part.dom : newElement(tag)
  for (const name of Object.keys({ ...old, ...props }))
    if (props[name] !== old[name] || name === 'value') put(element, name, props[name])
  const isNew = part.dom === null
  part.dom = element
  settle(part, isMany(props['children']) ? props['children'] : [])
  if (isNew && typeof props['ref'] === 'function') props['ref'](element)
}
const newElement = (tag: string): Element =>
  tag === 'svg' || tag === 'path' ? document.createElementNS(SVG, tag) : document.createElement(tag)

function amendOwn(part: Part, life: Life, before: Props): void {
  const { props } = part.told
  const isNew = part.own === null
  const own = (part.own ??= new life(props))
  Object.assign(own, { props, part })
  settle(part, [own.render()])
  done.push(() => (isNew ? own.componentDidMount() : own.componentDidUpdate(before)))
}

/** What is below a part: those told again are kept, by key or else by place; the others go; all stand in order. */
function settle(part: Part, children: readonly Child[]): void {
  const olds = part.kids
  const last = olds.flatMap(nodesOf).at(-1)
  const place = part.dom ?? last?.parentNode
  const next = part.dom ? null : (last?.nextSibling ?? null)
  const left = new Set(olds)
  part.kids = children.map(tellOf).map((told, at) => {
    const old = told.key === undefined ? olds[at] : olds.find((each) => each.told.key === told.key)
    const isKept = old && old.told.type === told.type && old.told.key === told.key && left.delete(old)
    return amend(isKept ? old : newPart(told), told)
  })
  for (const each of left) leave(each)
  if (place) arrange(place, part.kids.flatMap(nodesOf), next)
}

const nodesOf = ({ dom, kids }: Part): ChildNode[] => (dom ? [dom] : kids.flatMap(nodesOf))

// From the last to the first; whatever stands where it should is not touched, so that it keeps its focus.
function arrange(place: Node, nodes: readonly ChildNode[], next: ChildNode | null): void {
  let after = next
  for (const node of nodes.toReversed()) {
    if (node.parentNode !== place || node.nextSibling !== after) place.insertBefore(node, after)
    after = node
  }
}

function leave({ own, kids, dom }: Part): void {
  own?.componentWillUnmount()
  if (own) own.part = null
  for (const each of kids) leave(each)
  dom?.remove()
}

function put(element: Element, name: string, value: unknown): void {
  if (name === 'children' || name === 'ref') return
  const fields: Record<string, unknown> = element as never // a field is asked for by its name, and is there
  if (name === 'style') Object.assign((element as HTMLElement).style, value) // only elements of HTML are given one
  else if (name.startsWith('on')) fields[name.toLowerCase()] = value
  else if (value === undefined || value === null) element.removeAttribute(name)
  else if (!(name in element) || element.namespaceURI === SVG) element.setAttribute(name, value as string) // it becomes text there
  else if (name !== 'value' || fields[name] !== value) fields[name] = value // the caret stays where it is
}
