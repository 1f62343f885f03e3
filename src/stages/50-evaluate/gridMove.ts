/** A cell of the grid, counted from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/**
 * Where a key leads from a cell; null for keys that lead nowhere.
 * @param size of the grid, at least one cell
 */
export function gridMove(
  key: string,
  ctrl: boolean,
  from: Place,
  size: { readonly rows: number; readonly columns: number },
): Place | null {
  const [lastRow, lastColumn] = [size.rows - 1, size.columns - 1];
  switch (key) {
    case 'ArrowRight':
      return { ...from, column: Math.min(from.column + 1, lastColumn) };
    case 'ArrowLeft':
      return { ...from, column: Math.max(from.column - 1, 0) };
    case 'ArrowDown':
      return { ...from, row: Math.min(from.row + 1, lastRow) };
    case 'ArrowUp':
      return { ...from, row: Math.max(from.row - 1, 0) };
    case 'Home':
      return { row: ctrl ? 0 : from.row, column: 0 };
    case 'End':
      return { row: ctrl ? lastRow : from.row, column: lastColumn };
    default:
      return null;
  }
}
