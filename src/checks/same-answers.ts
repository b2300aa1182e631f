import { compareOctets } from "../dns/index.ts";
import type { Network } from "./network.ts";
import type { Questions, Resolvers } from "./questions.ts";
import type { Resolution, Resolver } from "./resolver.ts";

/** Whether other resolvers show the same as these did for all that was looked at; places aside. */
export function sawTheSame(questions: Questions, now: Resolvers, others: Resolvers): boolean {
  return [...questions.seen].every(([view, { asked, walked, pointed }]) => {
    const [here, there] = [now.get(view), others.get(view)];
    if (!here || !there) return here === there;
    return (
      [...asked].every(({ name, type }) => isSame(here.resolve(name, type), there.resolve(name, type))) &&
      walked.every((below) => isSameList(namesBelow(here, below), namesBelow(there, below))) &&
      pointed.every((networks) => isSameList(pointing(here, networks), pointing(there, networks)))
    );
  });
}

function isSame(a: Resolution, b: Resolution): boolean {
  return (
    a.kind === b.kind &&
    a.ttl === b.ttl &&
    isSameList(a.chain, b.chain) &&
    a.rdata.length === b.rdata.length &&
    a.rdata.every((rdata, at) => compareOctets(rdata, b.rdata[at]!) === 0)
  );
}

function namesBelow(resolver: Resolver, below: Parameters<NonNullable<Resolver["names"]>>[0]): string[] {
  return Array.from(resolver.names?.(below) ?? [], ({ name, types }) => `${name} ${types.join(",")}`);
}

function pointing(resolver: Resolver, networks: readonly Network[]): string[] {
  const found = resolver.pointing?.(networks) ?? [];
  return Array.from(found, ({ name, type, address }) => `${name} ${type} ${address}`);
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, at) => one === b[at]);
}
