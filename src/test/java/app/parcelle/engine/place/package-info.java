@NullMarked
package app.parcelle.engine.place;

import org.jspecify.annotations.NullMarked;
