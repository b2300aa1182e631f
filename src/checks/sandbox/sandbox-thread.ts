import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { newQuickJSWASMModuleFromVariant } from "quickjs-emscripten-core";
import { messageOf } from "../../base/index.ts";
import { Channel, THREAD } from "./channel.ts";
import { runCode } from "./machine.ts";
import type { HostMessage, RunOrder, ThreadMessage } from "./messages.ts";
import { Outlet } from "./outlet.ts";
import { stripTypes } from "./strip-types.ts";

const { port, signals } = workerData as { port: MessagePort; signals: Int32Array<SharedArrayBuffer> };
const channel = new Channel<HostMessage, ThreadMessage>(port, signals, THREAD);
const quickjs = await newQuickJSWASMModuleFromVariant(import("@jitl/quickjs-wasmfile-release-sync"));

/** Runs a file; true where QuickJS or the parser broke on it. */
function carryOut(order: RunOrder): boolean {
  try {
    const stripped = stripTypes(order.source);
    if ("code" in stripped) return !runCode(quickjs, stripped.code, order, new Outlet(order.file, channel));
    channel.send({ kind: "problem", message: stripped.problem, place: stripped.place });
    return false;
  } catch (error) {
    const message = `the sandbox broke on this file, which is most likely nested too deeply: ${messageOf(error)}`;
    channel.send({ kind: "problem", message: message.split("\n")[0]!, place: undefined });
    return true;
  }
}

parentPort?.on("message", (order: RunOrder) => channel.send({ kind: "done", spoiled: carryOut(order) }));
channel.send({ kind: "ready" });
