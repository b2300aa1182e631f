import { check } from "zonewright/checks";

// What holds for every datacenter, also for hosts and services that no list names.

interface Datacenter {
  readonly networks: readonly string[];
}

check(
  "hosts of a datacenter are in its networks and can be looked up both ways",
  { owner: "@acme/network" },
  (tools) => {
    const { dns, each, expect, inventory, zones } = tools;
    const datacenters: Record<string, Datacenter> = inventory("checks/services.yml").lists.datacenters;
    const hosts = zones().flatMap((zone) => [...zone.records("A")]);
    each("dc", datacenters, ({ networks }, dc) => {
      const here = hosts.filter(({ owner }) => owner.endsWith(`.${dc}.acme.example.`));
      expect(here.length, `hosts in ${dc}`).toBeGreaterThan(0);
      each("host", here, (host) => {
        expect(host.value, `the address of ${host.owner}`).toBeWithin(networks);
        expect(dns.resolve(dns.reverse(host.value), "PTR")).toContain(host.owner);
      });
    });
  },
);

check("a service that one datacenter announces is announced in all", { owner: "@acme/network" }, (tools) => {
  const { dns, each, expect, inventory, zones } = tools;
  const datacenters = Object.keys(inventory("checks/services.yml").lists.datacenters);
  const services = new Set<string>();
  for (const zone of zones()) {
    for (const { owner } of zone.records("SRV")) {
      const [service, protocol, place] = owner.split(".");
      if (datacenters.includes(place ?? "")) services.add(`${service}.${protocol}`);
    }
  }
  each("service", [...services], (service) => {
    each("dc", datacenters, (dc) => {
      expect(dns.resolve(`${service}.${dc}.acme.example`, "SRV")).toHaveRecords();
    });
  });
});
