package dk.sagsflow.benchmarks.triage;

/** A request as a bean, because that is what Drools matches; the rule that fires puts its queue in. Not thread-safe. */
public final class TriageRequest {
    private final TriageQuestions.Request request;
    private String queue = "";

    TriageRequest(TriageQuestions.Request request) {
        this.request = request;
    }

    /** What kind of record it is. */
    public String getKind() {
        return request.kind();
    }

    /** The system that it concerns. */
    public String getSystem() {
        return request.system();
    }

    /** The category within the system. */
    public String getCategory() {
        return request.category();
    }

    /** In which order it is worked on. */
    public String getPriority() {
        return request.priority();
    }

    /** What kind of customer it comes from. */
    public String getCustomer() {
        return request.customer();
    }

    /** Where it goes. */
    public String getQueue() {
        return queue;
    }

    /** Where it goes. */
    public void setQueue(String value) {
        queue = value;
    }
}
