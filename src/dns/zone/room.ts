/** A column of one kind of number. */
export type Column = Uint8Array | Uint16Array | Uint32Array;

/** A column of `room` entries that starts with those of `column`. */
export function enlarged<Kind extends Column>(column: Kind, room: number): Kind {
  const larger = new (column.constructor as new (length: number) => Kind)(room);
  larger.set(column);
  return larger;
}

/**
 * The first `length` entries of a column nobody will add to any more. Memory that was never written to costs nothing,
 * so what is at least half full is given away as it is; copying it would need the room twice at once.
 */
export function handedOver<Kind extends Column>(column: Kind, length: number): Kind {
  return (2 * length < column.length ? column.slice(0, length) : column.subarray(0, length)) as Kind;
}
