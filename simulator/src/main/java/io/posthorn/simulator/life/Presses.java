package io.posthorn.simulator.life;

import io.posthorn.simulator.inbound.Mailbox;
import io.posthorn.simulator.message.Arrival;
import io.posthorn.simulator.message.SentMessage;
import io.posthorn.simulator.webhook.Webhooks;
import io.posthorn.simulator.world.MemoryGuard;
import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets a share of those who get a template press one of its quick replies, if the world's settings say so. */
@ApplicationScoped
class Presses implements Arrival {
    private final Mailbox mailbox;
    private final Webhooks webhooks;

    Presses(Mailbox mailbox, Webhooks webhooks) {
        this.mailbox = mailbox;
        this.webhooks = webhooks;
    }

    @Override
    public void arrived(World world, SentMessage message) {
        var settings = world.settings().customers();
        if (!world.dice().chance(settings.pressRate(), "press", message.subject())
                || message.outgoing().recipient().isGroup()) {
            return;
        }
        var replies = message.composition().quickReplies().toList();
        if (!replies.isEmpty()) {
            var reply = replies.get(world.dice().below(replies.size(), "reply", message.subject()));
            world.timeline().after(settings.pressAfterMillis(), () -> {
                if (!webhooks.areCongested(world) && !MemoryGuard.isNearlyFull()) {
                    mailbox.press(world, message.phoneNumberId(), message.customer(), message.wamid(), reply);
                }
            });
        }
    }
}
