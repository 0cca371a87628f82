package io.posthorn.simulator.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.directory.AccessToken;
import io.posthorn.simulator.directory.App;
import io.posthorn.simulator.directory.BusinessAccount;
import io.posthorn.simulator.directory.BusinessNumber;
import io.posthorn.simulator.snapshot.SnapshotPart;
import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;

/** Apps, accounts, numbers and tokens. */
@ApplicationScoped
class DirectoryPart implements SnapshotPart {
    @Override
    public String name() {
        return "directory";
    }

    @Override
    public boolean comesFirst() {
        return true;
    }

    @Override
    public JsonNode write(World world) {
        var directory = world.directory();
        var memory = Json.object();
        memory.set("apps", Json.MAPPER.valueToTree(directory.apps()));
        memory.set("accounts", Json.MAPPER.valueToTree(directory.accounts()));
        memory.set("numbers", Json.MAPPER.valueToTree(directory.numbers()));
        memory.set("tokens", Json.MAPPER.valueToTree(directory.tokens()));
        memory.put("portfolioVerified", directory.isPortfolioVerified());
        return memory;
    }

    @Override
    public void read(World world, JsonNode memory) {
        var directory = world.directory();
        try {
            for (var app : memory.path("apps")) {
                directory.put(Json.MAPPER.treeToValue(app, App.class));
            }
            for (var account : memory.path("accounts")) {
                directory.put(Json.MAPPER.treeToValue(account, BusinessAccount.class));
            }
            for (var number : memory.path("numbers")) {
                directory.put(Json.MAPPER.treeToValue(number, BusinessNumber.class));
            }
            for (var token : memory.path("tokens")) {
                directory.put(Json.MAPPER.treeToValue(token, AccessToken.class));
            }
        } catch (JsonProcessingException damaged) {
            throw new IllegalArgumentException(damaged);
        }
        directory.verifyPortfolio(memory.path("portfolioVerified").asBoolean(true));
    }
}
