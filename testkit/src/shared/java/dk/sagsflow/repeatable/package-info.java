/** How the properties of every module are tried. */
@org.jspecify.annotations.NullMarked
package dk.sagsflow.repeatable;
