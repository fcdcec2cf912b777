/** A small HTTP server for pages of this machine. */
export { fixedRoutes, json, readJson } from './answer.ts'
export type { Rate } from './rate-limit.ts'
export { Refusal } from './refusal.ts'
export type { Answer, Method, Route, RouteRequest } from './route.ts'
export { serve, type ServeOptions, type Serving } from './serve.ts'
