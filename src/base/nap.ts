// A pause that somebody may cut short. Nobody asleep: cutting short does nothing.
export class Nap {
  #end = (): void => {}

  take(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      this.#end = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  end(): void {
    this.#end()
  }
}
