import type { Database } from "../database.ts";
import { fromJson, toJson } from "../json.ts";
import { fenced } from "../lanes/fence.ts";
import type { Claim } from "../lanes/lanes.ts";
import type { Tables } from "../schema.ts";

/** One commit's way to one target. Times are milliseconds since 1970. */
export interface DeploymentRow {
  /** "<repositoryId>@<sha>:<target>" */
  readonly id: string;
  readonly repositoryId: number;
  readonly ref: string;
  readonly sha: string;
  readonly target: string;
  readonly pull?: number | undefined;
  /** GitHub's id of the deployment. */
  readonly githubId?: number | undefined;
  readonly phase: string;
  readonly state: unknown;
  readonly createdAt: number;
  readonly updatedAt: number;
}

export interface Deployments {
  /** Creates or updates; `createdAt` stays what it was at first. */
  save(claim: Claim, row: DeploymentRow): Promise<void>;
  get(id: string): Promise<DeploymentRow | undefined>;
  /** Those in no final phase ("succeeded", "superseded"), oldest first. */
  unfinished(): Promise<DeploymentRow[]>;
  latest(repositoryId: number, target: string): Promise<DeploymentRow | undefined>;
  /** Newest first. */
  list(limit: number): Promise<DeploymentRow[]>;
}

const FINAL_PHASES = ["succeeded", "superseded"];

export function createDeployments(database: Database): Deployments {
  const all = database.db.selectFrom("deployment").selectAll();
  return {
    async save(claim, row) {
      const { id, createdAt } = row;
      const values = {
        repositoryId: row.repositoryId,
        ref: row.ref,
        sha: row.sha,
        target: row.target,
        phase: row.phase,
        updatedAt: row.updatedAt,
        pull: row.pull ?? null,
        githubId: row.githubId ?? null,
        state: toJson(row.state),
      };
      await fenced(database, claim, `saving deployment ${id}`, (tx) =>
        tx
          .insertInto("deployment")
          .values({ id, createdAt, ...values })
          .onConflict((conflict) => conflict.column("id").doUpdateSet(values))
          .execute(),
      );
    },
    async get(id) {
      const row = await all.where("id", "=", id).executeTakeFirst();
      return row && deploymentFrom(row);
    },
    async unfinished() {
      const rows = await all
        .where("phase", "not in", FINAL_PHASES)
        .orderBy("createdAt")
        .orderBy("id")
        .execute();
      return rows.map(deploymentFrom);
    },
    async latest(repositoryId, target) {
      const row = await all
        .where("repositoryId", "=", repositoryId)
        .where("target", "=", target)
        .orderBy("createdAt", "desc")
        .orderBy("updatedAt", "desc")
        .limit(1)
        .executeTakeFirst();
      return row && deploymentFrom(row);
    },
    async list(limit) {
      const rows = await all.orderBy("createdAt", "desc").orderBy("updatedAt", "desc").limit(limit).execute();
      return rows.map(deploymentFrom);
    },
  };
}

function deploymentFrom(row: Tables["deployment"]): DeploymentRow {
  return {
    ...row,
    pull: row.pull ?? undefined,
    githubId: row.githubId ?? undefined,
    state: fromJson(row.state),
  };
}
