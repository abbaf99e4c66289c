package dk.sagsflow.routing.delivery;

import java.util.concurrent.ThreadFactory;

/** Threads that do not keep a program alive. */
public final class DaemonThreads implements ThreadFactory {
    private final String name;

    public DaemonThreads(String name) {
        this.name = name;
    }

    @Override
    public Thread newThread(Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
