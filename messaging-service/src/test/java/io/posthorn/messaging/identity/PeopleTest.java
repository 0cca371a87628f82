package io.posthorn.messaging.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PeopleTest {
    private static final Identity PHONE = Identity.phone("15550002000");
    private static final Identity USER_ID = Identity.userId("portfolio", "US.1");
    private static final UUID OLDER = new UUID(1, 1);
    private static final UUID YOUNGER = new UUID(2, 1);
    private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");

    @Test
    void aSenderWithBothIdentitiesTiesTheContactsOfEachTogether() {
        var people = new People(Map.of(PHONE, current(YOUNGER), USER_ID, current(OLDER)));
        var both = new Sender(List.of(PHONE, USER_ID), "Ana");

        var known = people.meet(List.of(both)).senders();

        assertThat(known.contactOf(both)).isEqualTo(OLDER);
        assertThat(known.same()).containsExactly(new SamePerson(OLDER, YOUNGER));
        assertThat(people.links()).isEmpty();
    }

    @Test
    void aContactThatIsMadeAndRecognisedInOneBatchIsNotMade() {
        var people = new People(Map.of(USER_ID, current(OLDER)));
        var byPhone = new Sender(List.of(PHONE), "Ana");
        var both = new Sender(List.of(PHONE, USER_ID), "Ana");

        var known = people.meet(List.of(byPhone, both)).senders();

        assertThat(known.contactOf(byPhone)).isEqualTo(OLDER);
        assertThat(known.created()).isEmpty();
        assertThat(known.same()).isEmpty();
        assertThat(people.links()).containsExactly(Map.entry(PHONE, OLDER));
    }

    @Test
    void aNumberThatWasGivenUpIsItsNextOwnersFromThenOn() {
        var people = new People(Map.of(PHONE, new KnownIdentity(OLDER, NOON)));
        var before = new Sender(List.of(PHONE), null, null, NOON.minusSeconds(1));
        var after = new Sender(List.of(PHONE), null, null, NOON.plusSeconds(1));

        assertThat(people.knows(List.of(before))).isTrue();
        assertThat(people.knows(List.of(after))).isFalse();
        var known = people.meet(List.of(after)).senders();

        assertThat(known.contactOf(after)).isNotEqualTo(OLDER);
        assertThat(known.created()).hasSize(1);
    }

    private static KnownIdentity current(UUID contact) {
        return new KnownIdentity(contact, null);
    }
}
