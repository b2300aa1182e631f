/** Where one number goes into a template: `$`, or `${offset,width,base}`. */
interface Slot {
  readonly offset: number;
  readonly width: number;
  readonly base: string;
}

/** One side of a `$GENERATE`, cut into text and places for the number. */
export type Template = readonly (string | Slot)[];

/** What is wrong with a template, for the message. */
export class TemplateError extends Error {}

const LARGEST_WIDTH = 64;
const MODIFIER = /^\{(-?\d{1,10})(?:,(\d{1,4})(?:,([doxXnN]))?)?\}/;

/**
 * Reads one side of a `$GENERATE` as BIND does: `$` is the number, `${offset,width,base}` the number plus offset,
 * `$$` and `\$` a dollar sign. The offset of one `${…}` also holds for a plain `$` after it.
 *
 * @throws TemplateError
 */
export function parseTemplate(text: string): Template {
  const parts: (string | Slot)[] = [];
  let offset = 0;
  let literal = "";
  for (let at = 0; at < text.length; ) {
    const character = text[at]!;
    if (character === "\\") {
      literal += text.slice(at, at + 2);
      at += 2;
    } else if (character !== "$") {
      literal += character;
      at++;
    } else if (text[at + 1] === "$") {
      literal += "\\$";
      at += 2;
    } else {
      if (literal !== "") parts.push(literal);
      literal = "";
      at++;
      const slot =
        text[at] === "{" ? readModifier(text.slice(at)) : { offset, width: 0, base: "d", length: 0 };
      offset = slot.offset;
      at += slot.length;
      parts.push(slot);
    }
  }
  if (literal !== "") parts.push(literal);
  return parts;
}

function readModifier(text: string): Slot & { length: number } {
  const match = MODIFIER.exec(text);
  if (!match)
    throw new TemplateError(
      `"$${text.slice(0, 20)}" is no \${offset,width,base} with base d, o, x, X, n or N`,
    );
  const width = Number(match[2] ?? 0);
  if (width > LARGEST_WIDTH) throw new TemplateError(`width ${width} is more than ${LARGEST_WIDTH}`);
  return { offset: Number(match[1]), width, base: match[3] ?? "d", length: match[0].length };
}

/** Whether a plain `$` follows a `${offset}` in the same template, where it takes the offset too. */
export function carriesOffset(text: string): boolean {
  return /\$\{-?0*[1-9][^}]*\}.*(?<![\\$])\$(?![{$])/.test(text);
}

/** Whether the template writes nibbles of even width, which end in a dot. */
export function endsInNibbleDot(template: Template): boolean {
  const last = template[template.length - 1];
  return typeof last === "object" && /n/i.test(last.base) && last.width % 2 === 0 && last.width > 0;
}

/**
 * The template with the number in it.
 *
 * @throws TemplateError if an offset makes the number negative or larger than 31 bits.
 */
export function fill(template: Template, number: number): string {
  let text = "";
  for (const part of template)
    text += typeof part === "string" ? part : formatSlot(part, number + part.offset);
  return text;
}

function formatSlot({ width, base, offset }: Slot, value: number): string {
  if (value < 0 || value > 0x7fff_ffff) throw new TemplateError(`offset ${offset} makes the number ${value}`);
  switch (base) {
    case "o":
      return value.toString(8).padStart(width, "0");
    case "x":
      return value.toString(16).padStart(width, "0");
    case "X":
      return value.toString(16).toUpperCase().padStart(width, "0");
    case "n":
      return nibbles(value, width);
    case "N":
      return nibbles(value, width).toUpperCase();
    default:
      return String(value).padStart(width, "0");
  }
}

/** Hexadecimal digits from the lowest up, a dot after each, as reverse zones have them; `width` counts the dots. */
function nibbles(value: number, width: number): string {
  const digits = Math.max(1, value.toString(16).length, Math.ceil(width / 2));
  const text = [...value.toString(16).padStart(digits, "0")].reverse().join(".");
  return width === 2 * digits ? `${text}.` : text;
}
