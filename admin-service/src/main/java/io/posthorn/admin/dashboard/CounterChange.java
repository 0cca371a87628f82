package io.posthorn.admin.dashboard;

/** By how much an event moves a counter. */
record CounterChange(String counter, long by) {
    static CounterChange oneMore(String counter) {
        return new CounterChange(counter, 1);
    }

    static CounterChange oneLess(String counter) {
        return new CounterChange(counter, -1);
    }
}
