/**
 * Reads CSV (RFC 4180): the first line names the columns, every other becomes an object of texts. Lines end in CRLF or
 * LF, empty ones are left out. Throws RangeError with the line at which it cannot be read.
 */
export function parseCsv(text: string): Record<string, string>[] {
  const [header, ...rows] = readRows(text);
  if (!header) return [];
  if (new Set(header.fields).size < header.fields.length)
    throw new RangeError(`line ${header.line}: two columns have the same name`);
  return rows.map(({ line, fields }) => {
    if (fields.length !== header.fields.length) {
      throw new RangeError(
        `line ${line}: ${fields.length} fields; the first line has ${header.fields.length}`,
      );
    }
    return Object.fromEntries(header.fields.map((name, at) => [name, fields[at]!]));
  });
}

interface Row {
  readonly line: number;
  readonly fields: string[];
}

function readRows(text: string): Row[] {
  const rows: Row[] = [];
  // A field, plain or in quotes, and what ends it; quotes in quotes are doubled.
  const field = /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\r?\n|$)/y;
  let line = 1;
  let fields: string[] = [];
  let started = 1;
  field.lastIndex = text.startsWith("\uFEFF") ? 1 : 0;
  while (field.lastIndex < text.length || fields.length > 0) {
    const found = field.exec(text);
    if (!found)
      throw new RangeError(`line ${line}: a field in quotes has no end, or something stands behind it`);
    const [whole, quoted, plain = "", end] = found;
    fields.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    line += whole.split("\n").length - 1;
    if (end === ",") continue;
    if (fields.length > 1 || fields[0] !== "" || quoted !== undefined) rows.push({ line: started, fields });
    fields = [];
    started = line;
  }
  return rows;
}
