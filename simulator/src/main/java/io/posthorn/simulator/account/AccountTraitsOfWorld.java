package io.posthorn.simulator.account;

import io.posthorn.simulator.directory.BusinessAccount;
import io.posthorn.simulator.world.World;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The traits of the accounts of one world. */
final class AccountTraitsOfWorld {
    private final Map<String, AccountTraits> changed = new ConcurrentHashMap<>();

    private AccountTraitsOfWorld() {}

    static AccountTraitsOfWorld of(World world) {
        return world.part(AccountTraitsOfWorld.class, AccountTraitsOfWorld::new);
    }

    AccountTraits of(BusinessAccount account) {
        return changed.getOrDefault(account.id(), new AccountTraits(account.name(), "1"));
    }

    void put(BusinessAccount account, AccountTraits traits) {
        changed.put(account.id(), traits);
    }
}
