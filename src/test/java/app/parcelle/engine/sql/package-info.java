@NullMarked
package app.parcelle.engine.sql;

import org.jspecify.annotations.NullMarked;
