package io.posthorn.simulator.account;

import io.posthorn.simulator.control.ControlAnswer;
import io.posthorn.simulator.control.ControlProblem;
import io.posthorn.simulator.control.ControlRequest;
import io.posthorn.simulator.control.ControlRoute;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.directory.AccessToken;
import io.posthorn.simulator.directory.App;
import io.posthorn.simulator.directory.BusinessAccount;
import io.posthorn.simulator.directory.Scope;
import io.posthorn.simulator.directory.TokenType;
import io.posthorn.simulator.world.World;
import io.posthorn.simulator.world.Worlds;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** {@code /_sim/worlds/{id}/accounts, apps, tokens, login-codes}: more of each, and tokens that Meta no longer takes. */
@ApplicationScoped
class AccessRoutes {
    private static final String WORLD = "/_sim/worlds/:id";
    private static final int ACCOUNT = 3;
    private static final int APP = 5;

    private final Worlds worlds;

    AccessRoutes(Worlds worlds) {
        this.worlds = worlds;
    }

    void register(@Observes Router router) {
        ControlRoute.add(router, HttpMethod.GET, WORLD + "/accounts", this::listAccounts);
        ControlRoute.add(router, HttpMethod.POST, WORLD + "/accounts", this::createAccount);
        ControlRoute.add(router, HttpMethod.PATCH, WORLD + "/portfolio", this::changePortfolio);
        ControlRoute.add(router, HttpMethod.GET, WORLD + "/apps", this::listApps);
        ControlRoute.add(router, HttpMethod.POST, WORLD + "/apps", this::createApp);
        ControlRoute.add(router, HttpMethod.PATCH, WORLD + "/apps/:app", this::changeApp);
        ControlRoute.add(router, HttpMethod.GET, WORLD + "/tokens", this::listTokens);
        ControlRoute.add(router, HttpMethod.POST, WORLD + "/tokens", this::createToken);
        ControlRoute.add(router, HttpMethod.PATCH, WORLD + "/tokens/:token", this::invalidate);
        ControlRoute.add(router, HttpMethod.POST, WORLD + "/login-codes", this::issueCode);
    }

    private Future<ControlAnswer> listAccounts(ControlRequest request) {
        return ControlAnswer.ok(world(request).directory().accounts());
    }

    private Future<ControlAnswer> createAccount(ControlRequest request) {
        var world = world(request);
        var wish = request.body(Named.class);
        var id = world.nextObjectId(ACCOUNT);
        var account = new BusinessAccount(id, wish.nameOr("Account " + id));
        world.directory().put(account);
        return ControlAnswer.created(account);
    }

    private Future<ControlAnswer> changePortfolio(ControlRequest request) {
        var world = world(request);
        var portfolio = request.body(Portfolio.class);
        world.directory().verifyPortfolio(portfolio.verified());
        return ControlAnswer.ok(portfolio);
    }

    private Future<ControlAnswer> listApps(ControlRequest request) {
        return ControlAnswer.ok(world(request).directory().apps());
    }

    private Future<ControlAnswer> createApp(ControlRequest request) {
        var world = world(request);
        var wish = request.body(Named.class);
        var id = world.nextObjectId(APP);
        var app = new App(id, world.dice().digits(32, "app secret", id), wish.nameOr("App " + id), false);
        world.directory().put(app);
        worlds.index(world);
        return ControlAnswer.created(app);
    }

    private Future<ControlAnswer> changeApp(ControlRequest request) {
        var world = world(request);
        var app = app(world, request.path("app"));
        var wish = request.body(ChangeApp.class);
        var changed = new App(app.id(), app.secret(), app.name(), wish.requiresProof());
        world.directory().put(changed);
        return ControlAnswer.ok(changed);
    }

    private Future<ControlAnswer> listTokens(ControlRequest request) {
        return ControlAnswer.ok(world(request).directory().tokens());
    }

    private Future<ControlAnswer> createToken(ControlRequest request) {
        var world = world(request);
        var wish = request.body(CreateToken.class);
        var app = app(
                world, Optional.ofNullable(wish.appId()).orElse(world.identity().appId()));
        var serial = Integer.toString(world.directory().tokens().size());
        var now = world.clock().millis();
        var token = new AccessToken(
                "EAAT" + world.dice().digits(40, "token", serial + now),
                app.id(),
                wish.type() == null ? TokenType.SYSTEM_USER : wish.type(),
                wish.scopes() == null ? EnumSet.allOf(Scope.class) : wish.scopes(),
                wish.accounts() == null ? Set.of() : wish.accounts(),
                now,
                wish.lifeSeconds() == null ? 0 : now + wish.lifeSeconds() * 1000,
                0);
        world.directory().put(token);
        worlds.index(world);
        return ControlAnswer.created(token);
    }

    private Future<ControlAnswer> invalidate(ControlRequest request) {
        var world = world(request);
        var token = world.directory()
                .token(request.path("token"))
                .orElseThrow(() -> ControlProblem.notFound("No such token"));
        var changed = token.invalidated(request.body(Invalidate.class).subcode());
        world.directory().put(changed);
        return ControlAnswer.ok(changed);
    }

    private Future<ControlAnswer> issueCode(ControlRequest request) {
        var world = world(request);
        var wish = request.body(IssueCode.class);
        var app = app(
                world, Optional.ofNullable(wish.appId()).orElse(world.identity().appId()));
        var accounts =
                Optional.ofNullable(wish.wabaId()).orElse(world.identity().wabaId());
        return ControlAnswer.created(
                Json.object().put("code", LoginCodes.of(world).issue(app.id(), Set.of(accounts))));
    }

    private World world(ControlRequest request) {
        return worlds.named(request.path("id"));
    }

    private static App app(World world, String id) {
        return world.directory().app(id).orElseThrow(() -> ControlProblem.notFound("No app " + id));
    }

    record Named(String name) {
        String nameOr(String other) {
            return name == null || name.isBlank() ? other : name;
        }
    }

    /** The business behind all accounts of a world; without Meta's verification it may have two numbers. */
    record Portfolio(boolean verified) {}

    record ChangeApp(boolean requiresProof) {}

    /** What is left out is the usual: all scopes, all accounts, for ever. */
    record CreateToken(String appId, TokenType type, Set<Scope> scopes, Set<String> accounts, Long lifeSeconds) {
        CreateToken {
            if (lifeSeconds != null && (lifeSeconds < 1 || lifeSeconds > 400_000_000)) {
                throw new IllegalArgumentException("lifeSeconds is from 1 to 400000000");
            }
        }
    }

    /** 458, 459, 460, 463, 464 or 467; 0 makes the token good again. */
    record Invalidate(int subcode) {
        Invalidate {
            if (subcode != 0 && (subcode < 458 || subcode > 467)) {
                throw new IllegalArgumentException("subcode is 0 or from 458 to 467");
            }
        }
    }

    record IssueCode(String appId, String wabaId) {}
}
