/** What calendars cost, beside calendars of others and those that one would write oneself. */
@NullMarked
package dk.sagsflow.benchmarks.calendar;

import org.jspecify.annotations.NullMarked;
