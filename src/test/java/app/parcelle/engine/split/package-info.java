@NullMarked
package app.parcelle.engine.split;

import org.jspecify.annotations.NullMarked;
