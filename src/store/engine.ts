import type { ColumnDataType, ColumnDefinitionBuilder, Dialect, RawBuilder } from "kysely";

/** Where database engines differ: all that the rest of the store may not say in SQL of its own. */
export interface Engine {
  readonly dialect: Dialect;
  /** The database's clock, in milliseconds since 1970. */
  readonly now: RawBuilder<number>;
  /** Whether concurrent claims must skip each other's rows (`for update skip locked`). */
  readonly locksRows: boolean;
  readonly types: {
    readonly octets: ColumnDataType;
    /** A key that rises with every row and is never used twice. */
    readonly sequence: ColumnDataType;
    readonly asSequence: (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder;
  };
}
