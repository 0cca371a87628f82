// A world of the simulator, with a webhook receiver that verifies and parses by an independent library.
import { createServer } from "node:http";
import { WhatsAppAPI } from "whatsapp-api-js/middleware/node-http";
import { normalizeWebhook, verifySignature } from "@kapso/whatsapp-cloud-api/server";

const VERIFY_TOKEN = "a-word-of-ours";

export async function control(simulator, method, path, body) {
    const answer = await fetch(simulator + path, {
        method,
        headers: { "Content-Type": "application/json" },
        body: body && JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) {
        throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    }
    return text ? JSON.parse(text) : undefined;
}

/** Opens a world whose webhooks come to a server of ours. */
export async function openWorld(simulator) {
    const world = await control(simulator, "POST", "/_sim/worlds", {});
    const parsed = { messages: [], statuses: [], refused: [] };
    const library = new WhatsAppAPI({
        token: world.accessToken,
        appSecret: world.appSecret,
        webhookVerifyToken: VERIFY_TOKEN,
        v: "v25.0",
    });
    library.on.message = ({ message, contact }) => parsed.messages.push({ message, contact });
    library.on.status = ({ id, status, error }) => parsed.statuses.push({ id, status, error });

    const server = createServer(async (request, response) => {
        if (request.method === "GET") {
            const query = Object.fromEntries(new URL(request.url, "http://localhost").searchParams);
            response.end(library.get(query));
            return;
        }
        response.statusCode = await receive(request, library, world, parsed);
        response.end();
    });
    await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
    const { port } = server.address();
    // One update a body: the parser looks at the first of each only.
    await control(simulator, "PATCH", `/_sim/worlds/${world.id}`, {
        webhookUrl: `http://127.0.0.1:${port}/webhook`,
        verifyToken: VERIFY_TOKEN,
        webhooks: { batchSize: 1 },
    });
    const subscribed = await fetch(`${simulator}/v25.0/${world.wabaId}/subscribed_apps`, {
        method: "POST",
        headers: { Authorization: `Bearer ${world.accessToken}` },
    });
    if (!subscribed.ok) {
        throw new Error(`the app was not subscribed: ${subscribed.status}`);
    }
    return { ...world, parsed, close: () => server.close() };
}

async function receive(request, library, world, parsed) {
    const parts = [];
    for await (const part of request) {
        parts.push(part);
    }
    const raw = Buffer.concat(parts).toString("utf-8");
    const signature = request.headers["x-hub-signature-256"];
    const body = JSON.parse(raw);
    const field = body.entry[0].changes[0].field;
    const isSigned = verifySignature({ appSecret: world.appSecret, rawBody: raw, signatureHeader: signature });
    if (!isSigned) {
        parsed.refused.push({ field, why: "the second library does not believe the signature" });
        return 401;
    }
    normalizeWebhook(body);
    if (field === "messages") {
        try {
            await library.post(body, raw, signature);
        } catch (failure) {
            parsed.refused.push({ field, why: String(failure), body });
            return 500;
        }
    }
    return 200;
}

/** Waits until the check gives something. */
export async function eventually(what, check, limit = 60_000) {
    const end = Date.now() + limit;
    for (;;) {
        const found = check();
        if (found) {
            return found;
        }
        if (Date.now() > end) {
            throw new Error(`waited ${limit} ms in vain for ${what}`);
        }
        await new Promise((later) => setTimeout(later, 50));
    }
}
