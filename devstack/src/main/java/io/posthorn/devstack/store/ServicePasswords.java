package io.posthorn.devstack.store;

/** The passwords of one service's three roles that log in. */
public record ServicePasswords(String owner, String runtime, String worker) {
    @Override
    public String toString() {
        return "ServicePasswords[hidden]";
    }
}
