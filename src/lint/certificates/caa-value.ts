/** What is wrong with a part of a property's value, and the text that was probably meant. */
export interface CaaValueFault {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly instead?: string;
}

const domainName = /^[a-z\d]+(?:-+[a-z\d]+)*(?:\.[a-z\d]+(?:-+[a-z\d]+)*)*$/i;

/** The value of a tag that names an authority: its domain, then parameters (RFC 8659 §4.2). */
export function issuerFaults(value: string): CaaValueFault[] {
  const semicolon = value.indexOf(";");
  const end = semicolon < 0 ? value.length : semicolon;
  const authority = value.slice(0, end).trim();
  const start = value.indexOf(authority);
  const faults: CaaValueFault[] = [];
  if (authority !== "" && !(authority.length < 256 && domainName.test(authority)))
    faults.push({ start, end: start + authority.length, ...authorityFault(authority) });
  for (let at = end + 1; at <= value.length; ) {
    const next = value.indexOf(";", at);
    const stop = next < 0 ? value.length : next;
    const fault = parameterFault(value.slice(at, stop).trim());
    if (fault !== undefined) {
      const text = value.slice(at, stop).trim();
      const from = value.indexOf(text, at);
      faults.push({ start: from, end: from + text.length, message: fault });
    }
    at = stop + 1;
  }
  return faults;
}

function authorityFault(text: string): Pick<CaaValueFault, "message" | "instead"> {
  const bare = /^(?:https?:\/\/)?([^/\s@:]+?)\.?(?:\/\S*)?$/i.exec(text)?.[1];
  const message = /^https?:/i.test(text)
    ? "a URL where the domain of a certification authority has to be"
    : "this is no domain of a certification authority";
  return bare !== undefined && domainName.test(bare) ? { message, instead: bare } : { message };
}

/** One `tag=value` behind the domain; RFC 8657 says what two of them hold. */
function parameterFault(text: string): string | undefined {
  if (text === "") return undefined;
  const [, tag, value] = /^([a-z\d]+(?:-+[a-z\d]+)*)\s*=\s*([!-:<-~]*)$/i.exec(text) ?? [];
  if (tag === undefined || value === undefined)
    return `"${text.slice(0, 60)}" is no parameter: "tag=value" is expected`;
  if (tag.toLowerCase() === "accounturi" && !/^[a-z][a-z\d+.-]*:./i.test(value))
    return "accounturi takes the URI of an account";
  if (tag.toLowerCase() === "validationmethods" && !/^[a-z\d-]+(?:,[a-z\d-]+)*$/i.test(value))
    return "validationmethods takes names of methods with commas between them, as in dns-01,http-01";
  return undefined;
}

/** The value of the tags for contacts and reports (RFC 8659 §4.4; CA/Browser Forum Baseline Requirements, appendix A). */
export function contactFault(tag: string, value: string): CaaValueFault | undefined {
  const whole = { start: 0, end: value.length };
  const isMailbox = /^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/.test(value);
  if (tag === "iodef" && !/^(?:mailto:[^\s@]+@[^\s@]+|https?:\/\/\S+)$/i.test(value)) {
    const message = "iodef takes a URI: mailto:, https: or http:";
    return { ...whole, message, ...(isMailbox && { instead: `mailto:${value}` }) };
  }
  if (tag === "contactemail" && !isMailbox) {
    const bare = value.replace(/^mailto:/i, "");
    const message = "contactemail takes a mail address";
    return { ...whole, message, ...(/^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/.test(bare) && { instead: bare }) };
  }
  if (tag === "contactphone" && !/^\+\d[\d().\s-]*$/.test(value))
    return { ...whole, message: 'contactphone takes a number with its country, as in "+46 8 123"' };
  return undefined;
}
