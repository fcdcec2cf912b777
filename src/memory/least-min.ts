/** Texts below this score have nothing in common but little words. */
export const leastMin = 0.3
