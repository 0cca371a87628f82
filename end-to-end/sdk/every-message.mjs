// Usage: node every-message.mjs <address of a simulator>
// Sends every type of message, moves media and makes templates through a Cloud API library from the npm registry, and reads the
// webhooks with another one. Prints a line for each thing that worked and ends with 1 at the first that did not.
import { createHash } from "node:crypto";
import { WhatsAppClient } from "@kapso/whatsapp-cloud-api";
import { control, eventually, openWorld } from "./world.mjs";
import { files } from "./files.mjs";

const simulator = process.argv[2];
if (!simulator) {
    console.error("Usage: node every-message.mjs http://localhost:8090");
    process.exit(2);
}

const TO = "+15550002000";
const world = await openWorld(simulator);
const client = new WhatsAppClient({ baseUrl: simulator, accessToken: world.accessToken, graphVersion: "v25.0" });
const { messages, media, templates } = client;
const to = { phoneNumberId: world.phoneNumberId, to: TO };
const sent = new Map();
let done = 0;

async function step(what, work) {
    try {
        const result = await work();
        console.log(`ok  ${what}`);
        done++;
        return result;
    } catch (failure) {
        console.error(`NOT ${what}: ${failure.message ?? failure}`);
        if (failure.details ?? failure.raw) {
            console.error(JSON.stringify(failure.details ?? failure.raw));
        }
        process.exit(1);
    }
}

async function send(what, work) {
    await step(`sends ${what}`, async () => {
        const id = (await work()).messages[0].id;
        expect(id.startsWith("wamid."), `a wamid, not ${id}`);
        sent.set(id, what);
    });
}

function expect(isTrue, what) {
    if (!isTrue) {
        throw new Error(`expected ${what}`);
    }
}

async function writes(what, body) {
    await step(`reads ${what} of a customer`, async () => {
        const before = world.parsed.messages.length;
        await control(simulator, "POST", "/_sim/customers/15550002000/messages", {
            phoneNumberId: world.phoneNumberId,
            name: "Zoë 🌍",
            ...body,
        });
        await eventually(what, () => world.parsed.messages.length > before);
    });
    return world.parsed.messages.at(-1).message;
}

// The customer opens the window, and the business answers.
const greeting = await writes("a text", { type: "text", text: "Grüße! 你好" });
expect(greeting.text.body === "Grüße! 你好", "the text as it was written");
await step("marks it as read, with the typing indicator", () =>
    messages.markRead({ phoneNumberId: world.phoneNumberId, messageId: greeting.id, typingIndicator: { type: "text" } }),
);

// Media
const ids = {};
for (const [type, file] of Object.entries(files)) {
    ids[type] = await step(`uploads ${type}`, async () =>
        (await media.upload({ phoneNumberId: world.phoneNumberId, type, file: new Blob([file], { type }), fileName: "a file" })).id,
    );
}
await step("downloads what was uploaded", async () => {
    const about = await media.get({ mediaId: ids["image/png"] });
    const found = Buffer.from(await media.download({ mediaId: ids["image/png"], auth: "always" }));
    expect(found.equals(files["image/png"]), "the same bytes");
    expect(about.sha256 === createHash("sha256").update(found).digest("hex"), "their hash");
});

// Every type of message
const link = "https://example.org/a.png";
await send("a text", () => messages.sendText({ ...to, body: "Look: https://example.org", previewUrl: true }));
await send("an answer to a message", () => messages.sendText({ ...to, body: "Yes", contextMessageId: greeting.id }));
await send("a text with callback data", () => messages.sendText({ ...to, body: "Yes", bizOpaqueCallbackData: "order-7" }));
await send("an image by id", () => messages.sendImage({ ...to, image: { id: ids["image/png"], caption: "A dot" } }));
await send("an image by link", () => messages.sendImage({ ...to, image: { link } }));
await send("a sound", () => messages.sendAudio({ ...to, audio: { id: ids["audio/mpeg"] } }));
await send("a video", () => messages.sendVideo({ ...to, video: { id: ids["video/mp4"], caption: "Nothing moves" } }));
await send("a document", () => messages.sendDocument({ ...to, document: { id: ids["application/pdf"], filename: "bill.pdf" } }));
await send("a sticker", () => messages.sendSticker({ ...to, sticker: { id: ids["image/webp"] } }));
await send("a place", () => messages.sendLocation({ ...to, location: { latitude: 1.35, longitude: 103.8, name: "Shop" } }));
await send("contacts", () =>
    messages.sendContacts({
        ...to,
        contacts: [{ name: { formattedName: "Ada Lovelace", firstName: "Ada" }, phones: [{ phone: "+15550003000", type: "WORK" }] }],
    }),
);
await send("a reaction", () => messages.sendReaction({ ...to, reaction: { messageId: greeting.id, emoji: "👍" } }));
await send("buttons", () =>
    messages.sendInteractiveButtons({ ...to, bodyText: "Ready?", footerText: "Tap one", buttons: [{ id: "yes", title: "Yes" }, { id: "no", title: "No" }] }),
);
const buttons = [...sent.keys()].at(-1);
await send("a list", () =>
    messages.sendInteractiveList({
        ...to,
        bodyText: "When?",
        buttonText: "Times",
        sections: [{ title: "Today", rows: [{ id: "10", title: "10:00", description: "In the morning" }, { id: "15", title: "15:00" }] }],
    }),
);
const list = [...sent.keys()].at(-1);
await send("a link button", () =>
    messages.sendInteractiveCtaUrl({ ...to, bodyText: "Track it", parameters: { displayText: "Open", url: "https://example.org/7" } }),
);
await send("a question for a place", () =>
    messages.sendInteractiveRaw({
        ...to,
        interactive: { type: "location_request_message", body: { text: "Where are you?" }, action: { name: "send_location" } },
    }),
);
await send("a product", () => messages.sendInteractiveProduct({ ...to, bodyText: "This one", catalogId: "700000000000009", productRetailerId: "sku-1" }));
await send("products", () =>
    messages.sendInteractiveProductList({
        ...to,
        header: { type: "text", text: "New" },
        bodyText: "Have a look",
        catalogId: "700000000000009",
        sections: [{ title: "Shoes", productItems: [{ productRetailerId: "sku-1" }, { productRetailerId: "sku-2" }] }],
    }),
);
await send("a catalog", () =>
    messages.sendInteractiveCatalogMessage({ ...to, bodyText: "All of it", parameters: { thumbnailProductRetailerId: "sku-1" } }),
);
await send("a flow", () =>
    messages.sendInteractiveFlow({
        ...to,
        bodyText: "Book a table",
        parameters: { flowId: "800000000000001", flowCta: "Book", flowMessageVersion: "3", flowToken: "t-1" },
    }),
);
await send("a carousel", () =>
    messages.sendInteractiveCarousel({
        ...to,
        bodyText: "Our best",
        cards: [0, 1].map((cardIndex) => ({
            cardIndex,
            header: { type: "image", image: { link } },
            bodyText: `Number ${cardIndex}`,
            action: { type: "cta_url", displayText: "Buy", url: `https://example.org/${cardIndex}` },
        })),
    }),
);
await send("a question for an address", () =>
    messages.sendInteractiveAddress({ ...to, bodyText: "Where to?", parameters: { country: "IN", values: { name: "Ada" } } }),
);

// Templates
const template = await step("creates a template", () =>
    templates.create({
        businessAccountId: world.wabaId,
        name: "order_ready",
        language: "en_US",
        category: "UTILITY",
        components: [
            { type: "BODY", text: "Hello {{1}}, thank you for shopping with us. Your order {{2}} is ready and waits for you at our counter.", example: { body_text: [["Ada", "A-17"]] } },
            { type: "BUTTONS", buttons: [{ type: "QUICK_REPLY", text: "Thanks" }] },
        ],
    }),
);
await step("waits for its approval", async () => {
    await control(simulator, "POST", "/_sim/clock", { world: world.id, advanceSeconds: 60 });
    for (let tries = 0; tries < 200; tries++) {
        const found = await templates.list({ businessAccountId: world.wabaId, name: "order_ready" });
        if (found.data.some((each) => each.id === template.id && each.status === "APPROVED")) {
            return;
        }
        await new Promise((later) => setTimeout(later, 50));
    }
    throw new Error("it was never approved");
});
await step("finds it in the list", async () => {
    const found = await templates.list({ businessAccountId: world.wabaId, limit: 10 });
    expect(found.data.some((each) => each.name === "order_ready"), "the template in the list");
});
await send("a template", () =>
    messages.sendTemplate({
        ...to,
        template: {
            name: "order_ready",
            language: { code: "en_US" },
            components: [
                { type: "body", parameters: [{ type: "text", text: "Ada" }, { type: "text", text: "A-17" }] },
                { type: "button", subType: "quick_reply", index: 0, parameters: [{ type: "payload", payload: "thanks:A-17" }] },
            ],
        },
    }),
);

// What customers send
await writes("a pressed button", { type: "interactive", context: { id: buttons }, button: { id: "yes" } });
await writes("a chosen row", { type: "interactive", context: { id: list }, row: { id: "10" } });
await writes("an image", { type: "image" });
await writes("a place", { type: "location", location: { latitude: 1.35, longitude: 103.8 } });
await writes("a reaction", { type: "reaction", reaction: { message_id: buttons, emoji: "❤️" } });

// The rest of the life of what was sent
await step("hears that every message was sent", async () => {
    await eventually("the statuses", () => {
        const told = new Set(world.parsed.statuses.filter((each) => each.status === "sent").map((each) => each.id));
        return [...sent.keys()].every((id) => told.has(id));
    });
    const failed = world.parsed.statuses.filter((each) => each.status === "failed");
    expect(failed.length === 0, `nothing failed, not ${JSON.stringify(failed.map((each) => [sent.get(each.id), each.error]))}`);
});
await step("believes and understands every webhook", async () =>
    expect(world.parsed.refused.length === 0, `nothing refused, not ${JSON.stringify(world.parsed.refused)}`),
);
await step("understands an error", async () => {
    try {
        await messages.sendText({ ...to, body: "x".repeat(5000) });
    } catch (failure) {
        expect(failure.code === 100 || failure.code === 131009, `Meta's code, not ${failure.code}`);
        return;
    }
    throw new Error("a text of 5000 characters was taken");
});
await step("deletes the template and a file", async () => {
    await templates.delete({ businessAccountId: world.wabaId, name: "order_ready" });
    await media.delete({ mediaId: ids["image/png"] });
});

await control(simulator, "DELETE", `/_sim/worlds/${world.id}`);
world.close();
console.log(`${done} things worked.`);
