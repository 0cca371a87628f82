// One conversation, by nothing but the types of the OpenAPI document: node out/demo.js <gateway> <simulator>
import createClient from "openapi-fetch";
import type { paths } from "./posthorn.js";

const [gateway, simulator] = process.argv.slice(2);
if (!gateway || !simulator) throw new Error("Usage: demo <gateway> <simulator>");

function good<T>(what: string, answer: { data?: T; error?: unknown; response: Response }): T {
  if (answer.data === undefined) {
    throw new Error(`${what}: ${answer.response.status} ${JSON.stringify(answer.error)}`);
  }
  return answer.data;
}

async function eventually<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 600; tries++) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error(`${what} did not happen`);
}

async function simulated(path: string, body: object): Promise<Record<string, string>> {
  const answer = await fetch(simulator + path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Record<string, string>;
}

const open = createClient<paths>({ baseUrl: gateway });
const email = `demo-${Date.now()}@example.com`;
const password = "a long enough sentence";
good(
  "register",
  await open.POST("/api/v1/auth/register", {
    body: { email, password, fullName: "Ana Demo", workspaceName: "Demo" },
  }),
);
const session = good("log in", await open.POST("/api/v1/auth/login", { body: { email, password } }));
const posthorn = createClient<paths>({
  baseUrl: gateway,
  headers: { authorization: `Bearer ${session.accessToken}` },
});

const world = await simulated("/_sim/worlds", {});
const channel = good(
  "connect",
  await posthorn.POST("/api/v1/channels", {
    body: {
      name: "Shop",
      phoneNumberId: world["phoneNumberId"]!,
      wabaId: world["wabaId"]!,
      accessToken: world["accessToken"]!,
      appSecret: world["appSecret"]!,
    },
  }),
);
await simulated("/_sim/customers/14155552671/messages", {
  phoneNumberId: world["phoneNumberId"],
  type: "text",
  name: "Ben",
  text: { body: "Do you deliver?" },
});
const conversation = await eventually("a conversation", async () =>
  good("list", await posthorn.GET("/api/v1/conversations")).data?.[0],
);

const sent = good(
  "send",
  await posthorn.POST("/api/v1/messages", {
    headers: { "Idempotency-Key": "answer-1" },
    body: { conversationId: conversation.id!, type: "text", text: { body: "We do." } },
  }),
);
await eventually("delivery", async () => {
  const message = good(
    "read",
    await posthorn.GET("/api/v1/messages/{id}", { params: { path: { id: sent.id! } } }),
  );
  return ["delivered", "read"].includes(message.status ?? "") ? message : undefined;
});

const refused = await open.GET("/api/v1/contacts");
if (refused.error?.code !== "unauthenticated") throw new Error("A problem says its code");
console.log(`${channel.name}: the customer was answered`);
