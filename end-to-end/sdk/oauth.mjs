// Usage: node oauth.mjs <address of a gateway>
// Uses the OAuth provider through openid-client, which finds everything by discovery, and checks its tokens with jose. Prints a
// line for each thing that worked and ends with 1 at the first that did not.
import * as oauth from "openid-client";
import { createRemoteJWKSet, jwtVerify } from "jose";
import { Browser } from "./browser.mjs";

const gateway = process.argv[2];
if (!gateway) {
    console.error("Usage: node oauth.mjs http://localhost:8080");
    process.exit(2);
}

const CALLBACK = "https://shop.example/callback";
const PASSWORD = "correct horse battery staple";
const SCOPE = "openid profile email offline_access contacts:read";
const email = `owner-${crypto.randomUUID()}@example.com`;
let done = 0;

async function step(what, work) {
    try {
        const result = await work();
        console.log(`ok  ${what}`);
        done++;
        return result;
    } catch (failure) {
        console.error(`NOT ${what}: ${failure.stack ?? failure}`);
        console.error(JSON.stringify(failure.cause ?? null));
        process.exit(1);
    }
}

function expect(isTrue, what) {
    if (!isTrue) {
        throw new Error(`expected ${what}`);
    }
}

async function refused(error, work) {
    let answer;
    try {
        answer = await work();
    } catch (failure) {
        // Where the answer has a challenge, openid-client stops at it and leaves the body to us.
        const said = failure.error ?? (await failure.response?.json())?.error;
        expect(said === error, `${error}, not ${said}: ${failure}`);
        return;
    }
    throw new Error(`expected ${error}, not ${JSON.stringify(answer)}`);
}

async function eventually(what, isTrue) {
    for (let tries = 0; tries < 300; tries++) {
        if (await isTrue()) {
            return;
        }
        await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`expected in the end: ${what}`);
}

async function post(path, body, token) {
    const headers = { "Content-Type": "application/json" };
    if (token) {
        headers.Authorization = `Bearer ${token}`;
    }
    const answer = await fetch(gateway + path, { method: "POST", headers, body: JSON.stringify(body) });
    expect(answer.status === 201, `201 for ${path}, not ${answer.status}: ${await answer.clone().text()}`);
    return answer.json();
}

async function status(path, token) {
    return (await fetch(gateway + path, { headers: { Authorization: `Bearer ${token}` } })).status;
}

function discovered(application, authentication) {
    return oauth.discovery(new URL(gateway), application.id, undefined, authentication, {
        execute: [oauth.allowInsecureRequests, oauth.enableNonRepudiationChecks],
    });
}

/** Up to the address that the browser is sent back to, with what the library needs to believe it. */
async function asked(config, browser, decision = "allow") {
    const pkceCodeVerifier = oauth.randomPKCECodeVerifier();
    const expectedState = oauth.randomState();
    const expectedNonce = oauth.randomNonce();
    const address = oauth.buildAuthorizationUrl(config, {
        redirect_uri: CALLBACK,
        scope: SCOPE,
        state: expectedState,
        nonce: expectedNonce,
        code_challenge: await oauth.calculatePKCECodeChallenge(pkceCodeVerifier),
        code_challenge_method: "S256",
    });
    const callback = await browser.authorize(address, email, PASSWORD, decision);
    return { callback: new URL(callback), checks: { pkceCodeVerifier, expectedState, expectedNonce, idTokenExpected: true } };
}

async function given(config, browser) {
    const { callback, checks } = await asked(config, browser);
    return oauth.authorizationCodeGrant(config, callback, checks);
}

const owner = await step("registers an account", () =>
    post("/api/v1/auth/register", { email, password: PASSWORD, fullName: "Ada Lovelace", workspaceName: "Engines" }));
const shop = await step("registers a confidential application", () =>
    post("/api/v1/applications", {
        name: "Shop",
        redirectUris: [CALLBACK],
        grantTypes: ["authorization_code", "refresh_token", "client_credentials"],
        scopes: SCOPE.split(" "),
    }, owner.accessToken));
const phone = await step("registers a public application", () =>
    post("/api/v1/applications", {
        name: "Phone",
        type: "public",
        redirectUris: [CALLBACK],
        grantTypes: ["authorization_code", "refresh_token"],
        scopes: SCOPE.split(" "),
    }, owner.accessToken));

const config = await step("finds everything by discovery", () => discovered(shop, oauth.ClientSecretBasic(shop.secret)));
const keys = createRemoteJWKSet(new URL(config.serverMetadata().jwks_uri));
const browser = new Browser();

await step("is told of a no", async () => {
    const { callback, checks } = await asked(config, browser, "deny");
    await refused("access_denied", () => oauth.authorizationCodeGrant(config, callback, checks));
});

const tokens = await step("redeems a code with PKCE, state, nonce and iss", () => given(config, browser));

await step("has an access token of RFC 9068 that jose believes", async () => {
    const { payload } = await jwtVerify(tokens.access_token, keys, {
        issuer: gateway, audience: "posthorn", typ: "at+jwt", algorithms: ["ES256"],
        requiredClaims: ["iss", "exp", "aud", "sub", "client_id", "iat", "jti", "scope"],
    });
    expect(payload.client_id === shop.id, "the application's id in client_id");
    expect(payload.sub === owner.user.id, "the person's id in sub");
    expect(payload.scope === SCOPE, `the scopes, not ${payload.scope}`);
});

await step("has an id token that jose believes", async () => {
    const { payload } = await jwtVerify(tokens.id_token, keys, { issuer: gateway, audience: shop.id, algorithms: ["ES256"] });
    expect(payload.sub === owner.user.id, "the person's id in sub");
    expect(tokens.claims().sub === owner.user.id, "the library agrees");
});

await step("learns who let it in", async () => {
    const person = await oauth.fetchUserInfo(config, tokens.access_token, owner.user.id);
    expect(person.name === "Ada Lovelace" && person.email === email, `Ada, not ${JSON.stringify(person)}`);
});

await step("calls the API as far as its scopes go", async () => {
    expect(await status("/api/v1/contacts", tokens.access_token) === 200, "200 for contacts");
    expect(await status("/api/v1/channels", tokens.access_token) === 403, "403 for channels");
    expect(await status("/api/v1/auth/me", tokens.access_token) === 403, "403 for the account");
    expect(await status("/api/v1/api-keys", tokens.access_token) === 403, "403 for API keys");
    expect(await status("/api/v1/contacts", tokens.id_token) === 401, "401 with an id token");
});

const second = await step("refreshes, with rotation", async () => {
    const next = await oauth.refreshTokenGrant(config, tokens.refresh_token);
    expect(next.refresh_token && next.refresh_token !== tokens.refresh_token, "another refresh token");
    expect((await oauth.tokenIntrospection(config, next.access_token)).active, "an active access token");
    expect((await oauth.tokenIntrospection(config, next.refresh_token)).active, "an active refresh token");
    return next;
});

await step("is refused an old refresh token, which ends the family", async () => {
    await refused("invalid_grant", () => oauth.refreshTokenGrant(config, tokens.refresh_token));
    await refused("invalid_grant", () => oauth.refreshTokenGrant(config, second.refresh_token));
    expect(!(await oauth.tokenIntrospection(config, second.access_token)).active, "no active access token");
    await eventually("401 for contacts", async () => await status("/api/v1/contacts", second.access_token) === 401);
});

await step("is refused a code that comes twice, which ends what it gave", async () => {
    const { callback, checks } = await asked(config, browser);
    const first = await oauth.authorizationCodeGrant(config, callback, checks);
    await refused("invalid_grant", () => oauth.authorizationCodeGrant(config, callback, checks));
    await refused("invalid_grant", () => oauth.refreshTokenGrant(config, first.refresh_token));
    await eventually("401 for contacts", async () => await status("/api/v1/contacts", first.access_token) === 401);
});

for (const which of ["access_token", "refresh_token"]) {
    await step(`gives its ${which} back`, async () => {
        const own = await given(config, browser);
        await oauth.tokenRevocation(config, own[which]);
        expect(!(await oauth.tokenIntrospection(config, own.access_token)).active, "no active access token");
        await refused("invalid_grant", () => oauth.refreshTokenGrant(config, own.refresh_token));
        await eventually("401 for contacts", async () => await status("/api/v1/contacts", own.access_token) === 401);
    });
}

await step("acts alone", async () => {
    const own = await oauth.clientCredentialsGrant(config, { scope: "contacts:read" });
    const { payload } = await jwtVerify(own.access_token, keys, { issuer: gateway, audience: "posthorn", typ: "at+jwt" });
    expect(payload.sub === shop.id, "itself in sub");
    expect(await status("/api/v1/contacts", own.access_token) === 200, "200 for contacts");
    await refused("invalid_scope", () => oauth.clientCredentialsGrant(config, { scope: "channels:read" }));
});

await step("is public and needs no secret", async () => {
    const config = await discovered(phone, oauth.None());
    const own = await given(config, browser);
    const next = await oauth.refreshTokenGrant(config, own.refresh_token);
    expect(await status("/api/v1/contacts", next.access_token) === 200, "200 for contacts");
});

await step("is refused with a wrong secret", async () => {
    const wrong = await discovered(shop, oauth.ClientSecretPost("pha_wrong"));
    await refused("invalid_client", () => oauth.clientCredentialsGrant(wrong));
});

console.log(`openid-client and jose agree with the provider in ${done} things`);
