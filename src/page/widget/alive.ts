// A view with something of its own to remember. Preact's hooks would weigh 1.5 kB; this is what the widget needs of them.
import { Component, type ComponentChild, type ComponentClass } from 'preact'

export type Own<Mine> = Readonly<Mine> & { set: (news: Partial<Mine>) => void; root: (element: HTMLElement | null) => void } // root: the `ref` of what `mounted` and `drawn` are told
type Life<Props, Mine> = {
  first: (props: Props) => Mine
  view: (props: Props, mine: Own<Mine>) => ComponentChild
  mounted?: (element: HTMLElement, props: Props, mine: Own<Mine>) => (() => void) | void // gives back what to do when it goes
  drawn?: (element: HTMLElement, props: Props, before: Props) => void // after each change
}

export function alive<Props extends object, Mine extends object>(life: Life<Props, Mine>): ComponentClass<Props, Mine> {
  return class extends Component<Props, Mine> {
    override state = life.first(this.props)
    #gone: (() => void) | void = undefined
    #set = (news: Partial<Mine>): void => this.setState(news as Mine) // preact takes a part of it
    #element: HTMLElement | null = null
    #root = (element: HTMLElement | null): void => {
      if (element) this.#element = element
    }
    get #mine(): Own<Mine> {
      return { ...this.state, set: this.#set, root: this.#root }
    }
    #drawn(before: Props): void {
      if (this.#element) life.drawn?.(this.#element, this.props, before)
    }
    override componentDidMount(): void {
      if (this.#element) this.#gone = life.mounted?.(this.#element, this.props, this.#mine)
      this.#drawn(this.props)
    }
    override componentDidUpdate(before: Props): void {
      this.#drawn(before)
    }
    override componentWillUnmount(): void {
      this.#gone?.()
    }
    override render(): ComponentChild {
      return life.view(this.props, this.#mine)
    }
  }
}
