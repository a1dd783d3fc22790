@NullMarked
package app.parcelle.engine.evaluate;

import org.jspecify.annotations.NullMarked;
