@NullMarked
package app.parcelle.engine.table;

import org.jspecify.annotations.NullMarked;
