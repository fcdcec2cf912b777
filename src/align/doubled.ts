/** The numbers of an array at the beginning of one that is twice as long. */
export function doubled(array: Int32Array): Int32Array<ArrayBuffer>
export function doubled(array: Float64Array): Float64Array<ArrayBuffer>
export function doubled(array: Float64Array | Int32Array): Float64Array<ArrayBuffer> | Int32Array<ArrayBuffer> {
  const larger = array instanceof Int32Array ? new Int32Array(array.length * 2) : new Float64Array(array.length * 2)
  larger.set(array)
  return larger
}
