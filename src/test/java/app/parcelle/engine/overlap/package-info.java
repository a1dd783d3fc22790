@NullMarked
package app.parcelle.engine.overlap;

import org.jspecify.annotations.NullMarked;
