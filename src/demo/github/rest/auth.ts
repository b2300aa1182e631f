import { randomBytes, verify } from "node:crypto";
import { ApiError } from "../api-error.ts";
import type { Permissions } from "../options.ts";
import type { Hub, Installation } from "../state/hub.ts";
import type { Caller, InstallationToken } from "./caller.ts";

const tokenLifeMs = 3_600_000;
/** GitHub takes JWTs that expire at most this much later, in seconds; and a clock that is a minute off. */
const longestJwt = 600;
const clockSkew = 60;

/** Knows who a request comes from: the App's JWT, an installation token or a personal token. */
export class Tokens {
  readonly #hub: Hub;
  readonly #issued = new Map<string, InstallationToken>();

  constructor(hub: Hub) {
    this.#hub = hub;
  }

  /** A token that lasts one hour. */
  issue(
    installation: Installation,
    permissions: Permissions,
    repositories: ReadonlySet<number> | undefined,
  ): InstallationToken {
    const { app, clock } = this.#hub;
    const part = (octets: number) => randomBytes(octets).toString("base64url");
    const token = {
      token: `ghs_${app.id}_${part(24)}.${part(90)}.${part(64)}`,
      installation,
      expiresAt: clock.now() + tokenLifeMs,
      permissions,
      repositories,
    };
    this.#issued.set(token.token, token);
    return token;
  }

  /** Who presents this Authorization header. Throws ApiError 401 for one that proves nothing, 403 for a suspended installation. */
  identify(header: string | undefined): Caller {
    if (header === undefined) return { kind: "nobody" };
    const credential = /^(?:bearer|token) +(\S+)$/i.exec(header)?.[1];
    if (credential === undefined) throw badCredentials();
    const issued = this.#issued.get(credential);
    if (issued) return this.#installation(issued);
    const account = [...this.#hub.accounts.values()].find(
      ({ token }) => token !== "" && token === credential,
    );
    if (account) return { kind: "person", account };
    if (credential.split(".").length !== 3 || credential.startsWith("ghs_")) throw badCredentials();
    this.#verifyJwt(credential);
    return { kind: "app" };
  }

  #installation(token: InstallationToken): Caller {
    const { installation, expiresAt } = token;
    const known = this.#hub.installations.get(installation.account.id) === installation;
    if (!known || expiresAt <= this.#hub.clock.now()) throw badCredentials();
    if (installation.suspendedAt !== undefined) {
      throw new ApiError(403, "This installation has been suspended");
    }
    return { kind: "installation", token };
  }

  #verifyJwt(jwt: string): void {
    const [header, claims, signature] = jwt.split(".") as [string, string, string];
    const undecodable = () => new ApiError(401, "A JSON web token could not be decoded");
    if (decode(header)?.alg !== "RS256") throw undecodable();
    const signed = Buffer.from(`${header}.${claims}`);
    if (!verify("sha256", signed, this.#hub.app.publicKeyPem, Buffer.from(signature, "base64url")))
      throw undecodable();
    const { iss, iat, exp } = decode(claims) ?? {};
    const now = Math.floor(this.#hub.clock.now() / 1000);
    if (String(iss) !== String(this.#hub.app.id)) throw new ApiError(401, "Integration not found");
    if (typeof exp !== "number" || exp <= now) {
      throw new ApiError(
        401,
        "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires",
      );
    }
    if (exp > now + longestJwt + clockSkew) {
      throw new ApiError(401, "'Expiration time' claim ('exp') is too far in the future");
    }
    if (typeof iat !== "number" || iat > now + clockSkew) {
      throw new ApiError(
        401,
        "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued",
      );
    }
  }
}

function badCredentials(): ApiError {
  return new ApiError(401, "Bad credentials");
}

function decode(part: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
