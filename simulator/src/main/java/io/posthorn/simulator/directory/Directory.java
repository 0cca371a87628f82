package io.posthorn.simulator.directory;

import io.posthorn.simulator.control.ControlProblem;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that has an id of Meta's in one world. Written rarely, read at every call: each change makes a new snapshot. */
public final class Directory {
    private static final int MOST = 1000;

    private record Snapshot(
            Map<String, App> apps,
            Map<String, BusinessAccount> accounts,
            Map<String, BusinessNumber> numbers,
            Map<String, AccessToken> tokens) {}

    private volatile boolean portfolioVerified = true;
    private volatile Snapshot current = new Snapshot(Map.of(), Map.of(), Map.of(), Map.of());

    /** The business portfolio that owns everything; its id follows from the first account's. */
    public String portfolioId() {
        return accounts().stream()
                .findFirst()
                .map(account -> "2" + account.id().substring(1))
                .orElse("");
    }

    public boolean isPortfolioVerified() {
        return portfolioVerified;
    }

    public void verifyPortfolio(boolean verified) {
        portfolioVerified = verified;
    }

    public Collection<App> apps() {
        return current.apps().values();
    }

    public Optional<App> app(String id) {
        return Optional.ofNullable(current.apps().get(id));
    }

    public Collection<BusinessAccount> accounts() {
        return current.accounts().values();
    }

    public Optional<BusinessAccount> account(String id) {
        return Optional.ofNullable(current.accounts().get(id));
    }

    public Collection<BusinessNumber> numbers() {
        return current.numbers().values();
    }

    public List<BusinessNumber> numbersOf(String wabaId) {
        return numbers().stream()
                .filter(number -> number.wabaId().equals(wabaId))
                .toList();
    }

    public Optional<BusinessNumber> number(String id) {
        return Optional.ofNullable(current.numbers().get(id));
    }

    public Collection<AccessToken> tokens() {
        return current.tokens().values();
    }

    /** A token that was issued, or an app's own {@code id|secret}. */
    public Optional<AccessToken> token(String value) {
        var issued = current.tokens().get(value);
        return issued != null ? Optional.of(issued) : ofApp(value);
    }

    public synchronized void put(App app) {
        current = new Snapshot(
                with(current.apps(), app.id(), app), current.accounts(), current.numbers(), current.tokens());
    }

    public synchronized void put(BusinessAccount account) {
        current = new Snapshot(
                current.apps(), with(current.accounts(), account.id(), account), current.numbers(), current.tokens());
    }

    public synchronized void put(BusinessNumber number) {
        current = new Snapshot(
                current.apps(), current.accounts(), with(current.numbers(), number.id(), number), current.tokens());
    }

    public synchronized void put(AccessToken token) {
        current = new Snapshot(
                current.apps(), current.accounts(), current.numbers(), with(current.tokens(), token.value(), token));
    }

    public synchronized void removeNumber(String id) {
        var numbers = new LinkedHashMap<>(current.numbers());
        numbers.remove(id);
        current = new Snapshot(current.apps(), current.accounts(), numbers, current.tokens());
    }

    private Optional<AccessToken> ofApp(String value) {
        var bar = value.indexOf('|');
        return bar < 0
                ? Optional.empty()
                : app(value.substring(0, bar)).map(AccessToken::ofApp).filter(token -> token.value()
                        .equals(value));
    }

    /** A copy with one more, in the order of arrival. */
    private static <T> Map<String, T> with(Map<String, T> all, String id, T item) {
        if (all.size() >= MOST && !all.containsKey(id)) {
            throw ControlProblem.full("A world has at most %d of a kind".formatted(MOST));
        }
        var more = new LinkedHashMap<>(all);
        more.put(id, item);
        return more;
    }
}
