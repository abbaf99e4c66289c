package dk.sagsflow.routing.desk;

import java.util.concurrent.ThreadFactory;

/** Threads that do not keep a program alive. */
final class DaemonThreads implements ThreadFactory {
    private final String name;

    DaemonThreads(String name) {
        this.name = name;
    }

    @Override
    public Thread newThread(Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
