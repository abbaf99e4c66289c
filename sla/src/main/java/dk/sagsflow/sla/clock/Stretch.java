package dk.sagsflow.sla.clock;

import dk.sagsflow.core.cases.SupportCase;
import java.time.Instant;

/** A time in which nothing happened to a case; of no length between events of one instant. */
record Stretch(Instant from, Instant to, SupportCase state) {}
