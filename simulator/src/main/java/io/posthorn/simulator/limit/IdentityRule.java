package io.posthorn.simulator.limit;

import io.posthorn.simulator.customer.Customers;
import io.posthorn.simulator.message.LaterFailure;
import io.posthorn.simulator.message.LaterRule;
import io.posthorn.simulator.message.SentMessage;
import io.posthorn.simulator.number.Numbers;
import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** A message for whoever held the phone before does not reach who holds it now, if the number has this looked at. */
@ApplicationScoped
class IdentityRule implements LaterRule {
    @Override
    public Optional<LaterFailure> failure(World world, SentMessage message) {
        var number = Numbers.of(world).of(message.outgoing().sender());
        return message.outgoing()
                .identityKeyHash()
                .filter(hash -> number.checksIdentities())
                .filter(hash -> !hash.equals(Customers.of(world).identityKeyHash(message.customer())))
                .map(hash -> new LaterFailure(137000, "The identity key hash does not match the user's current one"));
    }
}
