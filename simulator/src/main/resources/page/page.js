"use strict";

// Everything that comes from the simulator is shown as text: nothing here writes markup.
const byId = (id) => document.getElementById(id);
const phones = new Map();
let worlds = [];
let world = "default";
let phone = "";
let stream = null;
let refreshing = false;
let stale = false;

function element(name, text, classes) {
  const made = document.createElement(name);
  if (text !== undefined) {
    made.textContent = text;
    made.dir = "auto";
  }
  if (classes) {
    made.className = classes;
  }
  return made;
}

async function ask(path, body) {
  const answer = await fetch(path, body === undefined ? {} : {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  const content = await answer.json();
  if (!answer.ok) {
    throw new Error(content.detail || "The simulator refused");
  }
  return content;
}

function of(path, parameters) {
  return path + "?" + new URLSearchParams({ world, ...parameters });
}

async function doing(action) {
  byId("notice").textContent = "";
  try {
    await action();
  } catch (problem) {
    byId("notice").textContent = problem.message;
  }
}

// --- What a customer does ---

function write(message) {
  const phoneNumberId = byId("number").value;
  return doing(() => ask(`/_sim/customers/${encodeURIComponent(phone)}/messages`, { phoneNumberId, ...message }));
}

function choose(wamid, type, reply) {
  const context = { id: wamid };
  return write({ type: "interactive", context, interactive: { type, [type]: reply } });
}

function press(wamid, button) {
  return write({ type: "button", context: { id: wamid }, button: { index: button.index, text: button.text } });
}

function react(wamid, emoji) {
  return write({ type: "reaction", reaction: { message_id: wamid, emoji } });
}

// --- The thread ---

function choice(label, action) {
  const button = element("button", label);
  button.type = "button";
  button.addEventListener("click", action);
  return button;
}

function choices(message) {
  const row = element("div", undefined, "choices");
  const interactive = message.type === "interactive" ? message.content : null;
  for (const button of interactive?.action?.buttons ?? []) {
    row.append(choice(button.reply?.title ?? "?", () => choose(message.wamid, "button_reply", button.reply)));
  }
  for (const section of interactive?.action?.sections ?? []) {
    for (const item of section.rows ?? []) {
      row.append(choice(item.title, () => choose(message.wamid, "list_reply", item)));
    }
  }
  for (const button of message.template?.buttons ?? []) {
    if (button.type === "QUICK_REPLY") {
      row.append(choice(button.text, () => press(message.wamid, button)));
    } else {
      row.append(element("span", `${button.text ?? button.type} ↗`, "foot"));
    }
  }
  return row.childElementCount ? [row] : [];
}

function text(part) {
  return typeof part === "string" ? part : part?.text ?? part?.body ?? "";
}

function lines(message) {
  const content = message.template ?? message.content ?? {};
  const shown = [];
  const header = text(content.header);
  const body = message.body || text(content.body) || content.caption || content.emoji || content.title || "";
  const footer = text(content.footer);
  if (header) {
    shown.push(element("p", header, "title"));
  }
  shown.push(element("p", body || `[${message.type}]`));
  if (body && !["text", "template", "interactive"].includes(message.type)) {
    shown.push(element("p", message.type, "foot"));
  }
  if (footer) {
    shown.push(element("p", footer, "foot"));
  }
  return shown;
}

function quote(message) {
  return message.quote === undefined ? [] : [element("blockquote", message.quote)];
}

function ofBusiness(message) {
  const bubble = element("li", undefined, "bubble");
  const ticks = { sent: "✓", delivered: "✓✓", read: "✓✓ read", played: "✓✓ played" };
  const state = element("p", `${clock(message.at)} · ${ticks[message.status] ?? message.status}`, "meta");
  state.classList.toggle("failed", message.status === "failed");
  const reactions = element("div", undefined, "choices");
  for (const emoji of ["👍", "❤️", "😂"]) {
    const button = choice(emoji, () => react(message.wamid, emoji));
    button.setAttribute("aria-label", `React with ${emoji}`);
    reactions.append(button);
  }
  bubble.append(...quote(message), ...lines(message), ...choices(message), state, reactions);
  return bubble;
}

function ofCustomer(message) {
  const bubble = element("li", undefined, "bubble own");
  const content = message.content ?? {};
  const said = content.body ?? content.text ?? content.emoji ?? content.caption
    ?? content.button_reply?.title ?? content.list_reply?.title ?? `[${message.type}]`;
  bubble.append(element("p", String(said)));
  bubble.append(element("p", clock(message.at) + (message.readAt ? " · read" : ""), "meta"));
  return bubble;
}

function clock(at) {
  return new Date(at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: "2-digit" });
}

function showThread(sent, written) {
  const thread = byId("thread");
  const items = [
    ...sent.filter((message) => message.to === phone).map((message) => ({ at: message.at, item: ofBusiness(message) })),
    ...written.map((message) => ({ at: message.at, item: ofCustomer(message) })),
  ].sort((one, other) => one.at.localeCompare(other.at)).slice(-200);
  const atEnd = thread.scrollHeight - thread.scrollTop - thread.clientHeight < 60;
  const focused = [...thread.querySelectorAll("button")].indexOf(document.activeElement);
  thread.replaceChildren(...items.map((each) => each.item));
  if (focused >= 0) {
    thread.querySelectorAll("button")[focused]?.focus();
  }
  if (atEnd) {
    thread.scrollTop = thread.scrollHeight;
  }
}

// --- Customers and webhooks ---

function meet(sent, deliveries) {
  for (const message of sent) {
    phones.set(message.to, phones.get(message.to) ?? "");
  }
  for (const delivery of deliveries) {
    for (const value of values(delivery)) {
      for (const contact of value.contacts ?? []) {
        if (contact.wa_id) {
          phones.set(contact.wa_id, contact.profile?.name ?? "");
        }
      }
    }
  }
}

function values(delivery) {
  try {
    return JSON.parse(delivery.body).entry.flatMap((entry) => entry.changes.map((change) => ({ ...change.value, field: change.field })));
  } catch {
    return [];
  }
}

function showCustomers() {
  const focused = document.activeElement?.dataset?.phone;
  byId("customers").replaceChildren(...[...phones].slice(-200).map(([digits, name]) => {
    const button = choice(name ? `${name} · +${digits}` : `+${digits}`, () => open(digits));
    button.dataset.phone = digits;
    button.setAttribute("aria-current", String(digits === phone));
    const item = element("li");
    item.append(button);
    return item;
  }));
  if (focused) {
    byId("customers").querySelector(`[data-phone="${CSS.escape(focused)}"]`)?.focus();
  }
}

function headline(value) {
  const statuses = (value.statuses ?? []).map((status) => status.status);
  const messages = (value.messages ?? []).map((message) => message.type);
  return [value.field, ...statuses, ...messages, value.event].filter(Boolean).join(" ");
}

function showDeliveries(deliveries) {
  const open = new Set([...byId("deliveries").querySelectorAll("details[open]")].map((each) => each.dataset.id));
  byId("deliveries").replaceChildren(...deliveries.slice().reverse().map((delivery) => {
    const details = element("details");
    details.dataset.id = delivery.id;
    details.open = open.has(delivery.id);
    const what = values(delivery).map(headline).join(", ") || delivery.fields.join(", ");
    details.append(element("summary", `${clock(delivery.at)} · ${delivery.state} · ${what}`));
    const address = delivery.url || "No app is subscribed, or it has no callback (webhookUrl of the world)";
    details.append(element("p", `${address} · ${delivery.attemptCount} attempts`));
    if (delivery.body) {
      details.append(element("pre", delivery.body));
    }
    const item = element("li");
    item.append(details);
    return item;
  }));
}

// --- Keeping up ---

async function refresh() {
  stale = true;
  if (refreshing) {
    return;
  }
  refreshing = true;
  while (stale) {
    stale = false;
    await doing(async () => {
      const [sent, deliveries, written] = await Promise.all([
        ask(of("/_sim/messages", { limit: 300 })),
        ask(of("/_sim/webhooks", { limit: 40 })),
        phone ? ask(of(`/_sim/customers/${encodeURIComponent(phone)}/messages`, {})) : [],
      ]);
      meet(sent, deliveries);
      showCustomers();
      showThread(sent, written);
      showDeliveries(deliveries);
    });
  }
  refreshing = false;
}

function open(digits) {
  phone = digits;
  phones.set(digits, phones.get(digits) ?? "");
  byId("phone-title").textContent = `Phone of +${digits}`;
  byId("write").focus();
  return refresh();
}

function listen() {
  stream?.close();
  stream = new EventSource(of("/_sim/stream", {}));
  stream.addEventListener("open", () => { byId("connection").textContent = "live"; });
  stream.addEventListener("error", () => { byId("connection").textContent = "reconnecting"; });
  stream.addEventListener("change", refresh);
}

function options(select, items) {
  select.replaceChildren(...items.map(([value, label]) => {
    const option = element("option", label);
    option.value = value;
    return option;
  }));
}

async function enter(id) {
  world = id;
  phones.clear();
  phone = "";
  byId("phone-title").textContent = "Phone";
  const numbers = await ask(`/_sim/worlds/${encodeURIComponent(id)}/numbers`);
  options(byId("number"), numbers.map((number) => [number.id, `${number.verifiedName} ${number.displayPhoneNumber}`]));
  listen();
  await refresh();
}

async function begin() {
  worlds = await ask("/_sim/worlds");
  options(byId("world"), worlds.map((each) => [each.id, each.id]));
  byId("world").value = world;
  await enter(world);
}

byId("world").addEventListener("change", (event) => doing(() => enter(event.target.value)));
byId("new-customer").addEventListener("submit", (event) => {
  event.preventDefault();
  const digits = byId("new-number").value.replace(/\D/g, "");
  if (digits.length < 5) {
    byId("notice").textContent = "A phone number has at least five digits";
    return;
  }
  byId("new-number").value = "";
  open(digits);
});
byId("composer").addEventListener("submit", (event) => {
  event.preventDefault();
  if (!phone) {
    byId("notice").textContent = "Open a phone first";
    return;
  }
  write({ type: "text", text: byId("write").value });
  byId("write").value = "";
});
doing(begin);
