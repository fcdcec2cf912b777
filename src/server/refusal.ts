/** A request that is not answered: thrown by checks and by routes, sent as its status and one line of text. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  /** Of HTTP, 400 to 503. */
  readonly status: number
  readonly headers: Readonly<Record<string, string>>

  /** The message is shown to the client: one sentence that says what is wrong. */
  constructor(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message)
    this.status = status
    this.headers = headers
  }
}
