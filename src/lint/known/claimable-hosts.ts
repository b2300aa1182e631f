import { labelsOf, type Name, nameKey } from "../../dns/index.ts";

/**
 * Names at hosting providers that whoever comes first may claim, once the customer who had them is gone: as published by
 * the providers and by those who collect takeovers, in early 2025. A "*" at the end of a label stands for any characters.
 */
export const claimableHosts: readonly string[] = [
  "azure-api.net",
  "azurecontainer.io",
  "azureedge.net",
  "azurehdinsight.net",
  "azurewebsites.net",
  "bitbucket.io",
  "blob.core.windows.net",
  "cloudapp.azure.com",
  "cloudapp.net",
  "createsend.com",
  "database.windows.net",
  "elasticbeanstalk.com",
  "ghost.io",
  "github.io",
  "hatenablog.com",
  "helpjuice.com",
  "helpscoutdocs.com",
  "herokuapp.com",
  "herokudns.com",
  "herokussl.com",
  "launchrock.com",
  "myjetbrains.com",
  "ngrok.io",
  "pantheonsite.io",
  "readme.io",
  "readthedocs.io",
  "redis.cache.windows.net",
  "s3*.amazonaws.com",
  "s3*.*.amazonaws.com",
  "search.windows.net",
  "servicebus.windows.net",
  "strikinglydns.com",
  "surge.sh",
  "trafficmanager.net",
  "unbouncepages.com",
  "wordpress.com",
];

/** Finds the first of the patterns that a name is below. */
export function hostFinder(patterns: readonly string[]): (name: Name) => string | undefined {
  const parsed = patterns.map((pattern) => ({
    pattern,
    labels: pattern.toLowerCase().replace(/\.$/, "").split(".").reverse(),
  }));
  return (name) => {
    const labels = labelsOf(nameKey(name)).reverse();
    return parsed.find((one) => isBelow(labels, one.labels))?.pattern;
  };
}

function isBelow(labels: readonly string[], pattern: readonly string[]): boolean {
  return (
    labels.length > pattern.length &&
    pattern.every((part, at) =>
      part.endsWith("*") ? labels[at]!.startsWith(part.slice(0, -1)) : labels[at] === part,
    )
  );
}
