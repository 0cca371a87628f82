// What a person does in a browser on the pages of the OAuth provider, which need no script.
export class Browser {
    cookies = new Map();

    /** Logs in where it is asked to, decides, and answers the address at the application where it ends. */
    async authorize(address, email, password, decision) {
        let answer = await this.#visit(address);
        for (let pages = 0; pages < 6; pages++) {
            const location = answer.headers.get("location");
            if (location) {
                const next = new URL(location, address);
                if (next.origin !== new URL(address).origin) {
                    return next.href;
                }
                answer = await this.#visit(next);
                continue;
            }
            const html = await answer.text();
            const form = html.match(/<form method="post" action="([^"]+)"/);
            const ticket = html.match(/name="ticket" value="([^"]+)"/);
            if (!form || !ticket || html.includes("<script")) {
                throw new Error(`expected a page with a form and without script, not ${answer.status}: ${html}`);
            }
            const fields = form[1].endsWith("/login") ? { email, password } : { decision };
            answer = await this.#visit(new URL(form[1], address), new URLSearchParams({ ticket: ticket[1], ...fields }));
        }
        throw new Error("expected to get back to the application");
    }

    async #visit(address, form) {
        const answer = await fetch(address, {
            method: form ? "POST" : "GET",
            body: form,
            redirect: "manual",
            headers: { Cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
        });
        for (const cookie of answer.headers.getSetCookie()) {
            const [name, value] = cookie.split(";")[0].split("=", 2);
            this.cookies.set(name, value);
        }
        return answer;
    }
}
