@NullMarked
package app.parcelle.engine.store;

import org.jspecify.annotations.NullMarked;
