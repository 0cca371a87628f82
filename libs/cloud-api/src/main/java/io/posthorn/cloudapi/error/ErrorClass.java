package io.posthorn.cloudapi.error;

/** What to do after Meta refused. */
public enum ErrorClass {
    /** Repeat the same request with exponential backoff. */
    RETRY,
    /** Repeat it once a known condition has passed: a rate limit, a pause, a maintenance. */
    WAIT,
    /** Never repeat it unchanged: the request or the recipient is wrong. */
    NEVER,
    /** Stop the channel and tell a person: the account, token or number needs attention. */
    ACCOUNT
}
