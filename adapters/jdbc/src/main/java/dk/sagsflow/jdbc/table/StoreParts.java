package dk.sagsflow.jdbc.table;

import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.json.CaseEventJson;
import dk.sagsflow.core.relation.Reference;
import dk.sagsflow.jdbc.session.Session;

/** The tables of a store, each with what is done to it; none of them keeps anything. */
public record StoreParts(
        CaseReader reader,
        DueTable due,
        LoadTable loads,
        CountTable counts,
        RequestTable requests,
        OutboxTable outbox,
        LogTable log,
        SubscriptionTable subscriptions,
        Leases leases) {
    /**
     * The tables.
     *
     * @param cachedCases how many cases are kept in memory
     * @param leasesOfDatabase whether claims end by the clock of the database
     */
    public static StoreParts of(int cachedCases, boolean leasesOfDatabase) {
        CaseReader reader = new CaseReader(new CaseCache(cachedCases), new CaseEventJson());
        Leases leases = new Leases(leasesOfDatabase);
        LogTable log = new LogTable(reader);
        return new StoreParts(
                reader,
                new DueTable(leases),
                new LoadTable(),
                new CountTable(),
                new RequestTable(),
                new OutboxTable(leases),
                log,
                new SubscriptionTable(log, leases),
                leases);
    }

    /** Which case is called so, or has this file. */
    static Session.Question<CaseNumber> holder(Reference reference) {
        return new Session.Question<>(
                row -> CaseNumber.of(row.text()),
                "SELECT case_number FROM sagsflow_reference WHERE system_name = ? AND reference_id = ?",
                reference.system(),
                reference.id());
    }
}
