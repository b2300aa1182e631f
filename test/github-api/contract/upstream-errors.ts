/** Where GitHub's description is known to be wrong or silent about what GitHub answers. Curated: each with its reason. */
const errors: readonly { operation: RegExp; message: RegExp; reason: string }[] = [
  {
    operation: /\/deployments\/\{deployment_id\}\/statuses$/,
    message: /(target|log|environment)_url must match format "uri"$/,
    reason: "the description's own default for a URL that was not given is the empty string",
  },
  {
    operation: /\/check-runs(\/\{check_run_id\})?$/,
    message: /^422 is not documented$/,
    reason: "the limits are documented, the answer to a request beyond them is not",
  },
  {
    operation: /^PUT \/repos\/\{owner\}\/\{repo\}\/contents\/\{path\}$/,
    message: /^must match exactly one schema in oneOf$/,
    reason: "a 409 is described as one of two errors whose properties are all optional, so it is always both",
  },
  {
    operation: /^GET \/app\/installations$/,
    message: /^\/\d+\/account /,
    reason: "an installation's account is described as a user and an enterprise at once",
  },
];

/** Whether this complaint is about the description and not about the answer. */
export function upstreamError(operation: string, message: string): boolean {
  return errors.some((error) => error.operation.test(operation) && error.message.test(message));
}
