@NullMarked
package app.parcelle.engine.segment;

import org.jspecify.annotations.NullMarked;
