/** The first byte that matrices may take. */
export function firstFreeByte(): usize {
  return __heap_base;
}
