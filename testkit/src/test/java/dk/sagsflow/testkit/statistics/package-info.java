/** Figures held against histories of every kind. */
@org.jspecify.annotations.NullMarked
package dk.sagsflow.testkit.statistics;
