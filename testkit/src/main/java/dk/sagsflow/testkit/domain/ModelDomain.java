package dk.sagsflow.testkit.domain;

import dk.sagsflow.routing.configuration.SupportModel;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/**
 * Models of every shape: organisations of two to four tiers with calendars, agreements and triage. Most are as somebody
 * would write them, and many have something wrong with them, which {@code ModelVerification} then says. A property names it
 * with {@code @Domain(ModelDomain.class)}.
 */
public final class ModelDomain extends DomainContextBase {
    /** Called by jqwik. */
    public ModelDomain() {}

    /**
     * Two to four tiers of one to three groups, up to three systems that not every group supports, suppliers with contracts and
     * business specialists, entrances, leads, opening hours by day, by night and around the clock, limits with thresholds of
     * every action and parts of measures, priority matrices of the organisation and of agreements, declared ways, follow-up
     * rules for all that cases wait in, and rules that lead cases up and sideways by fields, words, an attribute and opening
     * hours.
     */
    @Provide
    public Arbitrary<SupportModel> models() {
        return Arbitraries.randomValue(random -> new RandomModel(random).model());
    }
}
