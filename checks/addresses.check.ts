import { check } from "zonewright/checks";

// An address that two hosts have is mostly one that was copied with the line above it.

check("an address inside belongs to one host", { owner: "@acme/network" }, ({ each, expect, zones }) => {
  const hosts: Record<string, string[]> = {};
  for (const { owner, value } of zones().flatMap((zone) => [...zone.records("A")])) {
    if (!value.startsWith("10.")) continue;
    hosts[value] ??= [];
    hosts[value].push(owner);
  }
  each("address", hosts, (names, address) => {
    expect(names, `the hosts at ${address}`).toHaveLength(1);
  });
});
