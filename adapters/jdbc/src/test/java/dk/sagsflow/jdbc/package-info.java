@NullMarked
package dk.sagsflow.jdbc;

import org.jspecify.annotations.NullMarked;
