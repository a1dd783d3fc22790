@NullMarked
package app.parcelle.engine.value;

import org.jspecify.annotations.NullMarked;
