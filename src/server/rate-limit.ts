/** How often one client may ask: a bucket for each that fills again with time. Nothing but refusals depends on the time. */

export interface Rate {
  /** Requests a second that go on for ever. */
  perSecond: number
  /** Requests at once after a pause. */
  burst: number
}

/** Clients that are remembered; those beyond are forgotten, the longest silent first. */
const mostClients = 10_000

export class RateLimit {
  readonly #rate: Rate
  readonly #now: () => number
  /** By address: what is left, and when that was. In the order of their last request. */
  readonly #buckets = new Map<string, { left: number; at: number }>()

  /** `now` gives seconds that never go back. */
  constructor(rate: Rate, now: () => number = process.uptime) {
    this.#rate = rate
    this.#now = now
  }

  /** Takes a request of a client: 0 where it may pass, else the seconds to wait. */
  take(client: string): number {
    const { perSecond, burst } = this.#rate
    const at = this.#now()
    const before = this.#buckets.get(client) ?? { left: burst, at }
    const left = Math.min(burst, before.left + (at - before.at) * perSecond)
    this.#buckets.delete(client)
    this.#buckets.set(client, { left: left >= 1 ? left - 1 : left, at })
    if (this.#buckets.size > mostClients) for (const oldest of this.#buckets.keys()) {
      this.#buckets.delete(oldest)
      break
    }
    return left >= 1 ? 0 : (1 - left) / perSecond
  }
}
