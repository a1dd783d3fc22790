@NullMarked
package app.parcelle.engine.sample;

import org.jspecify.annotations.NullMarked;
