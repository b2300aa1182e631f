import { ApiError, notFound } from "../../api-error.ts";
import { moment } from "../../shape/text.ts";
import type { Delivery } from "../../webhooks.ts";
import { link, pageAsked } from "../paging.ts";
import { type Call, general, type Reply, type Route } from "../route.ts";

export const deliveryRoutes: readonly Route[] = [
  general("app", "GET", "/app/hook/deliveries", listDeliveries),
  general("app", "GET", "/app/hook/deliveries/:id", (call) => {
    const delivery = deliveryOf(call);
    return {
      body: {
        ...deliveryItem(delivery),
        url: delivery.url,
        request: { headers: delivery.requestHeaders, payload: delivery.payload },
        response: { headers: delivery.responseHeaders, payload: delivery.responseBody },
      },
    };
  }),
  general("app", "POST", "/app/hook/deliveries/:id/attempts", (call) => {
    call.hub.webhooks.redeliver(deliveryOf(call));
    return { status: 202, body: {} };
  }),
];

/** Newest first. The cursor is the id of the delivery a page starts with. */
function listDeliveries(call: Call): Reply {
  const { size } = pageAsked(call);
  const status = call.query.get("status");
  const cursor = call.query.get("cursor");
  const failed = (delivery: Delivery) => delivery.status < 200 || delivery.status >= 400;
  const matching = call.hub.webhooks.deliveries
    .filter((delivery) => status === null || failed(delivery) === (status === "failure"))
    .reverse();
  const start =
    cursor === null ? 0 : matching.findIndex(({ id }) => id <= Number(cursor.replace(/^v1_/, "")));
  if (start < 0) return { body: [] };
  const next = matching[start + size];
  return {
    body: matching.slice(start, start + size).map(deliveryItem),
    headers: next ? { link: link(call, "next", { cursor: `v1_${next.id}` }) } : {},
  };
}

function deliveryOf({ hub, parameters }: Call): Delivery {
  const id = Number(parameters.id);
  if (!Number.isInteger(id)) throw new ApiError(400, "Bad Request");
  const delivery = hub.webhooks.deliveries.find((one) => one.id === id);
  if (!delivery) throw notFound();
  return delivery;
}

function deliveryItem(delivery: Delivery) {
  return {
    id: delivery.id,
    guid: delivery.guid,
    delivered_at: moment(delivery.deliveredAt),
    redelivery: delivery.redelivery,
    duration: Math.round(delivery.durationMs) / 1000,
    status: delivery.statusText,
    status_code: delivery.status,
    event: delivery.event,
    action: delivery.action ?? null,
    installation_id: delivery.installationId ?? null,
    repository_id: delivery.repositoryId ?? null,
    throttled_at: null,
  };
}
