import { parentPort } from "node:worker_threads";
import { messageOf } from "../../base/index.ts";
import { readScene } from "../scene.ts";
import { ZoneCache } from "../zone-cache.ts";
import { type Linted, lintShare } from "./lint-share.ts";
import type { Answer, Order } from "./orders.ts";
import { type Parsed, parseShare, takeIn } from "./parse-share.ts";
import { Shares } from "./shares.ts";

function carryOut(order: Order): Parsed | Linted {
  const { facts } = order;
  if (order.task === "parse") return parseShare(facts, order.zones, new Shares(order.shares));
  const cache = new ZoneCache();
  takeIn(order.parsed, facts, cache);
  return lintShare(readScene(facts, cache), {
    after: new Shares(order.after),
    before: new Shares(order.before),
  });
}

function answer(order: Order): Answer {
  try {
    return { result: carryOut(order) };
  } catch (error) {
    return { fault: messageOf(error) };
  }
}

parentPort?.on("message", (order: Order) => parentPort?.postMessage(answer(order)));
