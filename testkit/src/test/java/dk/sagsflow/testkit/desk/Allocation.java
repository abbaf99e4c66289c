package dk.sagsflow.testkit.desk;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/** What a thread has taken of the memory: a figure of work that no load of the machine changes. */
final class Allocation {
    private Allocation() {}

    /** Bytes until now. Asked by name, since the module does not read the one that has it. */
    static long ofThisThread() {
        try {
            return (long) ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME),
                            "getThreadAllocatedBytes",
                            new Object[] {Thread.currentThread().getId()},
                            new String[] {"long"});
        } catch (JMException unknown) {
            throw new IllegalStateException(unknown);
        }
    }
}
