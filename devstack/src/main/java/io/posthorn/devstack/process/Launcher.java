package io.posthorn.devstack.process;

/** Starts children. Whoever must stop them all passes one that keeps a list. */
@FunctionalInterface
public interface Launcher {
    Launcher PLAIN = ChildProcess::start;

    ChildProcess launch(ChildProcess.Command command);
}
