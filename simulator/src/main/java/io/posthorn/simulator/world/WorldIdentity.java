package io.posthorn.simulator.world;

import io.posthorn.simulator.directory.AccessToken;
import io.posthorn.simulator.directory.App;
import io.posthorn.simulator.directory.BusinessAccount;
import io.posthorn.simulator.directory.BusinessNumber;
import io.posthorn.simulator.directory.Directory;

/**
 * What identifies a world to Meta's clients.
 *
 * @param ordinal its place in the order of creation; keeps ids of different worlds apart
 */
public record WorldIdentity(
        String id,
        int ordinal,
        String appId,
        String appSecret,
        String wabaId,
        String accessToken,
        BusinessNumber number) {

    /** The documented world that is always there: a fixture, its secrets protect nothing. */
    static final WorldIdentity DEFAULT = new WorldIdentity(
            "default",
            1,
            "500000000000001",
            "sim-app-secret",
            "300000000000001",
            "sim-token",
            new BusinessNumber(
                    "400000000000001", "300000000000001", "15550001000", "+1 555 000 1000", "Posthorn Demo"));

    /** The app, account, number and token that the world begins with. */
    Directory directory() {
        var directory = new Directory();
        directory.put(new App(appId, appSecret, "Simulated app", false));
        directory.put(new BusinessAccount(wabaId, number.verifiedName()));
        directory.put(number);
        directory.put(AccessToken.ofSystemUser(accessToken, appId));
        return directory;
    }
}
