/** The numbers of an array at the beginning of one that is twice as long. */
export function doubled(array: Int32Array): Int32Array<ArrayBuffer>
export function doubled(array: Float32Array): Float32Array<ArrayBuffer>
export function doubled(array: Float64Array): Float64Array<ArrayBuffer>
export function doubled(array: Float32Array | Float64Array | Int32Array): Float32Array<ArrayBuffer> | Float64Array<ArrayBuffer> | Int32Array<ArrayBuffer> {
  const length = array.length * 2
  const larger = array instanceof Int32Array ? new Int32Array(length) : array instanceof Float32Array ? new Float32Array(length) : new Float64Array(length)
  larger.set(array)
  return larger
}
