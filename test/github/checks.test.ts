import { describe, expect, test } from "@jest/globals";
import type { CheckAnnotation, CheckReport, NewCheck } from "../../src/github/index.ts";
import { fixture, playGitHub, thrownBy } from "./fixture.ts";
import { APP, APP_ID, SHA } from "./names.ts";

playGitHub();

const check: NewCheck = {
  name: "zonewright (main)",
  externalId: "pull:12#7",
  status: "completed",
  conclusion: "failure",
  title: "1 error",
  summary: "Why it fails",
};

function annotations(count: number): CheckAnnotation[] {
  return Array.from({ length: count }, (_, index) => ({
    path: "zones/a.zone",
    startLine: index + 1,
    endLine: index + 1,
    level: "failure",
    message: `finding ${index + 1}`,
  }));
}

interface Body {
  status: string;
  conclusion?: string;
  actions?: object[];
  output: { title: string; summary: string; annotations?: Record<string, unknown>[] };
}

/** Creates a check run and gives the bodies of all requests it took. */
async function bodiesOf(report: Partial<NewCheck>): Promise<Body[]> {
  const { gateway, api } = fixture();
  const bodies: Body[] = [];
  const keep = (body: Body) => bodies.push(body) > 0;
  api.post("/repos/acme/dns/check-runs", keep).reply(201, { id: 9 });
  const more = Math.max(0, Math.ceil((report.annotations?.length ?? 0) / 50) - 1);
  if (more > 0) api.patch("/repos/acme/dns/check-runs/9", keep).times(more).reply(200, { id: 9 });
  expect(await gateway.createCheckRun(SHA.head, { ...check, ...report })).toMatchObject({ id: 9 });
  return bodies;
}

describe("a check run", () => {
  test("is one request where its annotations fit", async () => {
    expect(await bodiesOf({ annotations: annotations(50) })).toEqual([
      expect.objectContaining({
        name: "zonewright (main)",
        head_sha: SHA.head,
        external_id: "pull:12#7",
        status: "completed",
        conclusion: "failure",
      }),
    ]);
  });

  test("has each annotation once, fifty a request, and its conclusion only with the last", async () => {
    const bodies = await bodiesOf({ annotations: annotations(120) });
    expect(bodies.map(({ output }) => output.annotations?.length)).toEqual([50, 50, 20]);
    const lines = bodies.flatMap(({ output }) => output.annotations!.map((one) => one.start_line));
    expect(lines).toEqual(Array.from({ length: 120 }, (_, index) => index + 1));
    expect(bodies.map(({ status, conclusion }) => [status, conclusion])).toEqual([
      ["in_progress", undefined],
      ["in_progress", undefined],
      ["completed", "failure"],
    ]);
  });

  test("has its buttons with the conclusion, three at most, cut to what GitHub takes", async () => {
    const button = { label: "L".repeat(30), description: "d".repeat(50), identifier: "fix" };
    const bodies = await bodiesOf({ annotations: annotations(60), actions: Array(4).fill(button) });
    expect(bodies.map(({ actions }) => actions?.length)).toEqual([undefined, 3]);
    expect(bodies[1]!.actions![0]).toEqual({
      label: `${"L".repeat(19)}…`,
      description: `${"d".repeat(39)}…`,
      identifier: "fix",
    });
  });

  test("names columns only for annotations of one line, as GitHub demands", async () => {
    const columns = { startColumn: 3, endColumn: 9 };
    const [one, two] = annotations(2);
    const [body] = await bodiesOf({
      annotations: [
        { ...one!, ...columns },
        { ...two!, endLine: 5, ...columns },
      ],
    });
    expect(body!.output.annotations).toEqual([
      expect.objectContaining({ start_column: 3, end_column: 9 }),
      expect.not.objectContaining({ start_column: 3 }),
    ]);
  });

  test("is cut to GitHub's limits", async () => {
    const [body] = await bodiesOf({
      title: "t".repeat(300),
      summary: "é\n".repeat(60_000),
      annotations: [{ ...annotations(1)[0]!, message: "m".repeat(70_000), title: "t".repeat(300) }],
    });
    const { title, summary } = body!.output;
    const [annotation] = body!.output.annotations!;
    expect(title).toHaveLength(255);
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(65_535);
    expect(Buffer.byteLength(annotation!.message as string)).toBeLessThanOrEqual(64 * 1024);
    expect(annotation!.title).toHaveLength(255);
  });

  test("whose later annotations did not arrive is left unfinished, never completed in part", async () => {
    const { gateway, api } = fixture();
    api
      .post("/repos/acme/dns/check-runs", (body: Body) => body.status === "in_progress")
      .reply(201, { id: 9 });
    api.patch("/repos/acme/dns/check-runs/9").reply(500, {});
    const error = await thrownBy(
      gateway.createCheckRun(SHA.head, { ...check, annotations: annotations(60) }),
    );
    expect(error).toMatchObject({ uncertain: true });
  });

  test("is updated in the same way", async () => {
    const { gateway, api } = fixture();
    const report: CheckReport = {
      status: "in_progress",
      title: "Testing",
      summary: "",
      detailsUrl: "https://dns.example/7",
    };
    api
      .patch("/repos/acme/dns/check-runs/9", {
        status: "in_progress",
        details_url: "https://dns.example/7",
        output: { title: "Testing", summary: "" },
      })
      .reply(200, { id: 9 });
    await gateway.updateCheckRun(9, report);
  });
});

describe("finding a check run", () => {
  const run = (id: number, changed: object = {}) => ({
    id,
    external_id: "pull:12#7",
    status: "completed",
    conclusion: "success",
    app: { id: APP_ID },
    output: { annotations_count: 2 },
    ...changed,
  });

  async function findAmong(runs: object[]) {
    const { gateway, api } = fixture();
    api.get("/app").reply(200, APP);
    api
      .get(`/repos/acme/dns/commits/${SHA.head}/check-runs`)
      .query({ check_name: check.name, app_id: `${APP_ID}`, filter: "all", per_page: "100", page: "1" })
      .reply(200, { total_count: runs.length, check_runs: runs });
    return gateway.findCheckRun(SHA.head, check.name, check.externalId);
  }

  test("gives the newest with our id", async () => {
    const found = await findAmong([
      run(3),
      run(8, { conclusion: null, status: "in_progress" }),
      run(9, { external_id: "pull:12#8" }),
    ]);
    expect(found).toEqual({ id: 8, status: "in_progress", conclusion: undefined, annotations: 2 });
  });

  test("never gives another App's", async () => {
    expect(await findAmong([run(3, { app: { id: 1 } }), run(4, { app: null })])).toBeUndefined();
  });
});
